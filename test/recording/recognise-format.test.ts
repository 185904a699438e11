import assert from 'node:assert/strict';
import {test} from 'node:test';
import {recogniseFormat} from '../../source/recording/recognise-format.js';
import {valid} from '../helpers/sample-bodies.js';

/** The name of the recognised format. */
const formatOf = (text: string) => {
	const recognised = recogniseFormat(text);
	return recognised?.kind === 'format' ? recognised.format.name : recognised?.kind;
};

const json = valid
	.split('\n')
	.filter(line => line.startsWith('data: '))
	.map(line => line.slice('data: '.length));
const recording = [
	'{"type":"recording","version":1}',
	'{"type":"request","at":0,"exchange":1,"attempt":1,"method":"POST","url":"","body":null}',
];

test('a body of event and data lines is a stream, also with lines of bare JSON in it', () => {
	for (const stray of [json[0], '{"type":"end"}', '{"type":"body","data":""}', '{"log":{}}', '[1]']) {
		for (const body of [valid, `${stray}\n${valid}`, `${valid}${stray}\n`, `event: ping\n${stray}\n\n`]) {
			assert.equal(formatOf(body), 'sse', body);
		}
	}
});

test('lines of JSON are events, or a recording, also with a line of a stream among them', () => {
	const stray = 'data: {}';
	for (const [lines, format] of [
		[json, 'events'],
		[recording, 'recording'],
	] as const) {
		assert.equal(formatOf([...lines, stray].join('\n')), format);
		assert.equal(formatOf([stray, ...lines].join('\n')), format);
	}
});

test('a line that is longer than what is looked at shows what it is by how it begins', () => {
	assert.equal(formatOf('{"type":"response","at":1,"headers":{"x":"aaaa'), 'recording');
	assert.equal(formatOf('{"type":"message","content":[{"text":"aaaa'), 'json');
	assert.equal(formatOf('data: {"type":"message_start","message":{"id":"aaaa'), 'sse');
});

test('nothing is of no format', () => {
	for (const text of ['', '\n \n', '\uFEFF']) {
		assert.equal(recogniseFormat(text), null);
	}
});

test('what is no capture is named by what it is', () => {
	for (const [text, what] of [
		['data: no\nDear diary', null],
		['Dear diary', /^text without the lines of a stream: it begins with "Dear diary"$/],
		[
			'{"object":"chat.completion.chunk","choices":[]}\n',
			/^OpenAI's Chat Completions format, not the Messages API$/,
		],
		['{"type":"response.created","response":{}}\n{}', /^OpenAI's Responses format/],
		['{"contentBlockDelta":{"delta":{"text":"Hi"}}}', /^Bedrock Converse/],
		['{"a":1}\n{"b":2}', /^lines of JSON that are not Messages events: the first is "\{\\"a\\":1\}"$/],
		[
			'{"type":"message","user":"ann","text":"Hi"}\n{"type":"error","level":3}',
			/^lines of JSON that are not Messages events/,
		],
		['kind: ConfigMap\nmetadata:\n  name: x\ndata:\n  a: b\n', /^text without/],
		[`{"a":"${'x\n'.repeat(40_000)}`, /^JSON that holds no Messages events/],
		['{"a":\n1}', /^JSON that holds no Messages events: /],
		['\u001F\uFFFD\u0008\u0000', /^gzip decoded as text/],
		['PK\u0003\u0004', /^a ZIP archive$/],
		[`a.sse${'\0'.repeat(252)}ustar  \0${'\0'.repeat(248)}${valid}`, /^a tar archive$/],
		['\uFFFD7zXZ\0\0', /^a file compressed with xz$/],
		['BZh91AY&SY\uFFFD', /^a file compressed with bzip2$/],
		['e\0\0\0v\0\0\0e\0\0\0n\0\0\0', /^text in UTF-32$/],
		['\uFEFFe\0v\0e\0n\0t\0', /^text in UTF-32$/],
		['\0\0\uFFFD\uFFFD\0\0\0e\0\0\0v\0\0\0e\0\0\0n', /^text in UTF-32$/],
		['00000000: 6576 656e 743a 206d 6573 7361 6765 5f73  event: message_s\n', /^a hex dump$/],
		['00000000  65 76 65 6e 74 3a 20 6d  65 73 73 61 67 65 5f 73  |event: message_s|\n', /^a hex dump$/],
		['0000000   e   v   e   n   t   :       m   e   s   s   a   g   e   _   s\n', /^a hex dump$/],
		[`${Buffer.from(valid).toString('base64').replaceAll(/.{76}/g, '$&\n')}\n`, /^base64$/],
		['<!DOCTYPE html>', /^a page of HTML/],
		['\u0001\u0002\u0003', /^binary data/],
	] as const) {
		const recognised = recogniseFormat(text);
		const found = recognised?.kind === 'foreign' ? recognised.content.what : null;
		what === null ? assert.equal(found, null) : assert.match(found ?? '', what);
	}
});

test('what is quoted from a file shows no key', () => {
	for (const secret of ['sk-ant-api03-abcdefgh', 'hunter2hunter2']) {
		for (const text of [
			`{"x-api-key":"${secret}"}\n{"a":1}`,
			`{"Authorization": "Bearer ${secret}"}`,
			`export ANTHROPIC_API_KEY=${secret}`,
			`password: ${secret}`,
		]) {
			const recognised = recogniseFormat(text);
			assert.equal(recognised?.kind, 'foreign');
			assert.ok(!JSON.stringify(recognised).includes(secret), JSON.stringify(recognised));
		}
	}
});
