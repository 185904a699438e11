import {escapeXml} from '../../../text/escape-xml.js';
import {type Annotation, annotationsOf} from '../annotations.js';
import type {FileReport} from '../file-report.js';

/** JUnit's XML: a suite for each file and a test case for each exchange, which fails if the file is not valid because of it. */
export function asJunit(files: readonly FileReport[]): string {
	return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="streamscope inspect">\n${files.map(suite).join('')}</testsuites>\n`;
}

function suite(report: FileReport): string {
	const {file, exchanges, isValid} = report;
	const annotations = annotationsOf(report);
	const faults = annotations.filter(({severity}) => severity === 'error');
	const strict = !isValid && faults.length === 0 ? annotations : faults;
	const cases = exchanges.map(({exchange, model}) => {
		const own = strict.filter(annotation => annotation.exchange === exchange);
		return testCase(`exchange ${exchange}${model === null ? '' : ` (${model})`}`, file, own);
	});
	const general = strict.filter(({exchange}) => exchange === null);
	const all =
		general.length === 0 && cases.length > 0 ? cases : [...cases, testCase('the file', file, general)];
	const failures = all.filter(text => text.includes('<failure')).length;
	return `\t<testsuite name="${escapeXml(file)}" tests="${all.length}" failures="${failures}">\n${all.join('')}\t</testsuite>\n`;
}

function testCase(name: string, file: string, faults: readonly Annotation[]): string {
	const open = `\t\t<testcase classname="${escapeXml(file)}" name="${escapeXml(name)}"`;
	if (faults.length === 0) {
		return `${open}/>\n`;
	}

	const [first] = faults;
	const lines = faults.map(({event, line, rule, message, expected}) => {
		const place = [event === null ? '' : `#${event}`, line === null ? '' : `line ${line}`]
			.filter(part => part !== '')
			.join(', ');
		return escapeXml(`${place}${place === '' ? '' : ': '}${message}; expected: ${expected} [${rule}]`);
	});
	return `${open}>\n\t\t\t<failure type="${escapeXml(first?.rule ?? '')}" message="${escapeXml(first?.message ?? '')}">${lines.join('\n')}</failure>\n\t\t</testcase>\n`;
}
