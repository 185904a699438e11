import {conformanceRules} from '../../../messages/conformance/conformance-rules.js';
import {sanitizeLine} from '../../../text/sanitize.js';
import {printJson} from '../../../wire/json.js';
import {version} from '../../version.js';
import {type Annotation, annotationsOf} from '../annotations.js';
import type {FileReport} from '../file-report.js';

/**
 * A SARIF log, which code scanning takes.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function asSarif(files: readonly FileReport[]): string {
	const annotations = files.flatMap(annotationsOf);
	const used = new Map(annotations.map(annotation => [annotation.rule, annotation]));
	const log = {
		$schema: 'https://json.schemastore.org/sarif-2.1.0.json',
		version: '2.1.0',
		runs: [
			{
				tool: {
					driver: {
						name: 'streamscope',
						version,
						rules: [...used].map(([id, {expected}]) => ({
							id,
							shortDescription: {text: expected},
							...describedBy(id),
						})),
					},
				},
				results: annotations.map(resultOf),
			},
		],
	};
	return `${printJson(log, 2)}\n`;
}

function describedBy(id: string): object {
	const rule = conformanceRules.find(({name}) => name === id);
	return rule === undefined ? {} : {fullDescription: {text: `${rule.basis} (${rule.source})`}};
}

function resultOf({file, line, event, exchange, severity, rule, message, expected}: Annotation): object {
	const number = event === null ? '' : `#${event} `;
	return {
		ruleId: rule,
		level: severity,
		message: {text: sanitizeLine(`${number}${message}; expected: ${expected}`)},
		locations: [
			{
				physicalLocation: {
					artifactLocation: {uri: file === '-' ? 'stdin' : encodeURI(file)},
					...(line === null ? {} : {region: {startLine: line}}),
				},
				...(exchange === null ? {} : {logicalLocations: [{name: `exchange ${exchange}`}]}),
			},
		],
	};
}
