import {sanitizeLine} from '../../../text/sanitize.js';
import {annotationsOf} from '../annotations.js';
import type {FileReport} from '../file-report.js';

/** One line a finding, as compilers write it, so that editors jump to it: `a.sse:12: error: observation; expected: rule [name]`. */
export function asLines(files: readonly FileReport[]): string {
	return files
		.flatMap(annotationsOf)
		.map(({file, line, event, severity, message, expected, rule}) => {
			const place = `${file}:${line ?? 1}`;
			const number = event === null ? '' : `#${event} `;
			return `${sanitizeLine(`${place}: ${severity}: ${number}${message}; expected: ${expected} [${rule}]`)}\n`;
		})
		.join('');
}
