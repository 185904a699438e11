import assert from 'node:assert/strict';
import {test} from 'node:test';
import zlib from 'node:zlib';
import {readTnetstrings} from '../../../source/recording/imports/tnetstrings.js';
import {inspected, rulesOf, verdictOf} from '../../helpers/judged-capture.js';
import {valid} from '../../helpers/sample-bodies.js';

const framed = (content: Buffer, sign: string) =>
	Buffer.concat([Buffer.from(`${content.length}:`), content, Buffer.from(sign)]);

const encode = (value: unknown): Buffer => {
	if (Buffer.isBuffer(value)) {
		return framed(value, ',');
	}

	if (Array.isArray(value)) {
		return framed(Buffer.concat(value.map(encode)), ']');
	}

	switch (typeof value) {
		case 'string': {
			return framed(Buffer.from(value), ';');
		}

		case 'number': {
			return framed(Buffer.from(String(value)), Number.isInteger(value) ? '#' : '^');
		}

		case 'boolean': {
			return framed(Buffer.from(String(value)), '!');
		}

		default: {
			return value === null || value === undefined
				? framed(Buffer.alloc(0), '~')
				: framed(
						Buffer.concat(Object.entries(value).flatMap(([key, inner]) => [encode(key), encode(inner)])),
						'}',
					);
		}
	}
};

const bytes = (text: string) => Buffer.from(text);
const request = {
	method: bytes('POST'),
	scheme: bytes('https'),
	host: 'api.anthropic.com',
	port: 443,
	path: bytes('/v1/messages'),
	content: bytes('{"stream":true,"messages":[]}'),
	headers: [[bytes('content-type'), bytes('application/json')]],
	timestamp_start: 1_795_866_013.25,
};
const response = {
	status_code: 200,
	headers: [[bytes('Content-Type'), bytes('text/event-stream')]],
	content: bytes(valid),
	timestamp_start: 1_795_866_013.5,
	timestamp_end: 1_795_866_015.25,
};
const flow = (changed: object) => encode({type: 'http', version: 17, request, response, ...changed});

test('flows that mitmproxy saved are exchanges with the times of request, response and end', async () => {
	const compressed = {
		...response,
		headers: [[bytes('content-encoding'), bytes('gzip')]],
		content: zlib.gzipSync(valid),
	};
	const report = await inspected(Buffer.concat([flow({}), flow({response: compressed})]));
	assert.deepEqual([verdictOf(report), report.format, rulesOf(report)], ['valid', 'mitmproxy', []]);
	assert.equal(report.exchanges.length, 2);
	assert.equal(report.exchanges[0]?.clocks?.headers, 250);
	assert.equal(report.exchanges[0]?.clocks?.total, 2000);
	assert.equal(report.exchanges[0]?.clocks?.ttft ?? null, null);
});

test('a flow without its body or without a response is listed with what went wrong', async () => {
	const error = {msg: 'peer closed connection', timestamp: 1};
	const report = await inspected(
		Buffer.concat([
			flow({response: {...response, content: null}, error}),
			flow({response: null, error: null}),
			flow({request: {...request, method: bytes('GET'), path: bytes('/v1/models')}}),
			encode({type: 'tcp', messages: []}),
		]),
	);
	assert.equal(verdictOf(report), 'not judged');
	assert.deepEqual(
		report.unjudged.map(({reason}) => reason),
		['saved without its body: "peer closed connection"', 'saved without a response', 'not a message request'],
	);
});

test('a flow file that is cut off is incomplete or not judged, wherever it is cut', async () => {
	const whole = Buffer.concat([flow({}), flow({})]);
	for (let end = 40; end < whole.length; end += 97) {
		const report = await inspected(whole.subarray(0, end));
		const isBetween = end === whole.length / 2;
		assert.ok(isBetween || ['incomplete', 'not judged'].includes(verdictOf(report)), `cut at ${end}`);
		assert.deepEqual(rulesOf(report), []);
	}
});

test('what is no value ends the reading, and deep nesting is bounded', () => {
	let deep = Buffer.from('0:~');
	for (let depth = 0; depth < 2000; depth++) {
		deep = framed(deep, ']');
	}

	for (const odd of [bytes('5:ab,'), bytes('1:a?'), bytes('x'), bytes('99999999999:a,'), deep]) {
		assert.equal(readTnetstrings(odd).isWhole, false);
	}
});
