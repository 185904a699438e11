import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inspected} from '../../helpers/judged-capture.js';
import {valid} from '../../helpers/sample-bodies.js';

const lines = valid.split('\n');
const index = lines.findIndex(line => line.includes('"type":"message_delta"'));
const faulty = lines.with(index, 'data: oops').join('\n');
/** The line, from 1, at which the faulty event begins. */
const faultyLine = index;
const head = 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nx: é\r\n\r\n';

const lineOf = async (text: string) => {
	const {exchanges} = await inspected(text);
	const finding = exchanges[0]?.findings.find(({rule}) => rule === 'data-json');
	assert.ok(finding !== undefined);
	return finding.line;
};

test('a finding names the line of its event in a bare body, also behind a head or behind times', async () => {
	assert.equal(await lineOf(faulty), faultyLine);
	assert.equal(await lineOf(`${head}${faulty}`), faultyLine + 4);
	assert.equal(await lineOf(faulty.replaceAll(/^/gm, 'Nov 27 22:35:10 ')), faultyLine);
});

test('a finding names no line where the lines of the body are not those of the file', async () => {
	const folded = faulty.replaceAll(/[^\n]{60}(?!\n)/g, '$&\n');
	const chunked = `${head.replace('x:', 'transfer-encoding: chunked\r\nx:')}${faulty.length.toString(16)}\r\n${faulty}\r\n0\r\n\r\n`;
	const typed = `Script started on 2026-11-27\n${faulty}\nScript done on 2026-11-27\n`;
	for (const text of [folded, chunked, typed, `${head}${faulty}${head}${faulty}`]) {
		assert.equal(await lineOf(text), null);
	}
});
