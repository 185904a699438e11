import {conformanceRules} from '../../messages/conformance/conformance-rules.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';

/** Every rule: its severity, what it requires, its source, and an example that breaks it. */
export function ruleRows(width: number): readonly Row[] {
	const indent = ' '.repeat(8);
	const prose = (text: string): readonly Row[] =>
		wrapText(text, Math.max(20, width - indent.length)).lines.map(
			(line): Row => [segment(`${indent}${line.text}`, 'dim')],
		);
	return conformanceRules.flatMap(({name, severity, title, basis, source, example}) => [
		[
			segment(
				severity.padEnd(indent.length),
				severity === 'note' ? 'dim' : severity === 'error' ? 'bad' : severity,
			),
			segment(name, 'title'),
			segment(`: ${title}`),
		],
		...prose(`${basis} (${source})`),
		...prose(`Broken by: ${example}`),
	]);
}
