import type {Finding, Rule} from './finding.js';
import {quote} from './quote.js';
import {bodyTextRules} from './rules/body-text-rules.js';

/** A field without the space after its colon, but neither a comment nor a field without a value. */
const tightColon = /^(?:event|data|id|retry):[^ \n\r]/m;
const spareBlankLine = /^(?:\r?\n|\r(?!\n))|(?:\r\n|\n|\r(?!\n)){3}/;

/** A line that is not a field, a comment or blank. Unicode line separators do not end a line here, so `^` cannot be used. */
const strayLine = /(?:^|[\r\n])(?!(?:event|data|id|retry)(?:[:\r\n])|:)([^\r\n]+)[\r\n]/;
const chunkFrame = /^[\da-f]{1,8}(?:;[^\r\n]*)?\r\n/i;

/** Checks the text of a body for faults that its events do not show. Each rule is reported once, without a position. */
export function checkBodyText(body: string): readonly Finding[] {
	const hasMark = body.startsWith('\uFEFF');
	const text = hasMark ? body.slice(1) : body;
	const stray = strayLine.exec(text)?.[1];
	const finding = (isBroken: boolean, rule: Rule, message: string): readonly Finding[] =>
		isBroken ? [{rule: rule.name, severity: rule.severity, position: null, message}] : [];
	return [
		...finding(hasMark, bodyTextRules.byteOrderMark, 'the body begins with a byte order mark'),
		...finding(text.includes('\r'), bodyTextRules.lineEnds, 'the body contains carriage returns'),
		...finding(stray !== undefined, bodyTextRules.strayLine, describeStray(stray ?? '', text)),
		...finding(tightColon.test(text), bodyTextRules.spaceAfterColon, 'fields have no space after the colon'),
		...finding(spareBlankLine.test(text), bodyTextRules.blankLines, 'there are more blank lines than events'),
	];
}

function describeStray(line: string, text: string): string {
	return chunkFrame.test(text)
		? `the body still contains chunked transfer frames, such as ${quote(line)}`
		: `a line that parsers skip: ${quote(line)}`;
}
