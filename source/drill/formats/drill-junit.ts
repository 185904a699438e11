import {escapeXml} from '../../text/escape-xml.js';
import {type CaseResult, countLevel, type DrillResult, outputLines} from '../drill-result.js';

/** JUnit's XML: a test case for each case, which fails if the client did something wrong. What is only weak is its output. */
export function drillJunit(result: DrillResult): string {
	const client = escapeXml(result.client);
	const total = result.cases.reduce((sum, {duration}) => sum + duration, 0);
	const cases = result.cases.map(testCase(client)).join('');
	return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="streamscope drill">
	<testsuite name="${client}" tests="${result.cases.length}" failures="${countLevel(result, 'bad')}" time="${seconds(total)}">
${cases}	</testsuite>
</testsuites>
`;
}

const testCase =
	(client: string) =>
	({name, summary, level, judgements, duration, output}: CaseResult): string => {
		const open = `\t\t<testcase classname="${client}" name="${escapeXml(name)}" time="${seconds(duration)}"`;
		const words = escapeXml(
			judgements
				.filter(judgement => judgement.level !== 'good')
				.map(judgement => judgement.words)
				.join('; '),
		);
		const printed = output === undefined ? [] : outputLines(output).map(escapeXml);
		switch (level) {
			case 'good':
				return `${open}/>\n`;
			case 'weak':
				return `${open}>\n${systemOut([`${words}; expected: ${escapeXml(summary)}`, ...printed])}\t\t</testcase>\n`;
			case 'bad':
				return `${open}>\n\t\t\t<failure message="${words}">expected: ${escapeXml(summary)}</failure>\n${systemOut(printed)}\t\t</testcase>\n`;
		}
	};

function systemOut(lines: readonly string[]): string {
	return lines.length === 0 ? '' : `\t\t\t<system-out>${lines.join('\n')}</system-out>\n`;
}

function seconds(milliseconds: number): string {
	return (milliseconds / 1000).toFixed(3);
}
