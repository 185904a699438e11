import {sanitizeLine} from '../../../text/sanitize.js';
import {annotationsOf} from '../annotations.js';
import type {FileReport} from '../file-report.js';

const levels = {error: 'error', warning: 'warning', note: 'notice'} as const;

/**
 * Annotations of GitHub Actions.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function asGithub(files: readonly FileReport[]): string {
	return files
		.flatMap(annotationsOf)
		.map(({file, line, event, severity, rule, message, expected}) => {
			const properties = [
				`file=${property(file)}`,
				...(line === null ? [] : [`line=${line}`]),
				`title=${property(rule)}`,
			];
			const number = event === null ? '' : `#${event} `;
			const text = `${number}${message}; expected: ${expected}`;
			return `::${levels[severity]} ${properties.join(',')}::${data(text)}\n`;
		})
		.join('');
}

function data(text: string): string {
	return sanitizeLine(text).replaceAll('%', '%25');
}

function property(text: string): string {
	return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
