import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inspect} from 'node:util';
import zlib from 'node:zlib';
import {EventStreamCodec} from '@smithy/core/event-streams';
import {stringify} from 'yaml';
import {parseSse} from '../../../source/wire/parse-sse.js';
import {inspected, rulesOf, verdictOf} from '../../helpers/judged-capture.js';
import {valid} from '../../helpers/sample-bodies.js';

const payloads = parseSse(valid).map(({data}) => JSON.parse(data));
const url = 'https://api.anthropic.com/v1/messages';
const requestBody = {model: 'claude-haiku-4-5', stream: true, messages: [{role: 'user', content: 'Hi'}]};
const message = {
	type: 'message',
	id: 'msg_1',
	role: 'assistant',
	model: 'claude-haiku-4-5',
	content: [{type: 'text', text: 'Hi'}],
	stop_reason: 'end_turn',
	stop_sequence: null,
	usage: {input_tokens: 1, output_tokens: 1},
};

type Variant = readonly [content: Uint8Array | string, format: string, verdict?: string];

const harOf = (...entries: readonly object[]) => JSON.stringify({log: {version: '1.2', entries}});
const entryOf = (content: object, more: {request?: object; response?: object; entry?: object} = {}) => ({
	startedDateTime: '2026-11-27T10:00:00.000Z',
	time: 900,
	request: {method: 'POST', url, postData: {text: JSON.stringify(requestBody)}, ...more.request},
	response: {
		status: 200,
		headers: [{name: 'content-type', value: 'text/event-stream'}],
		content,
		...more.response,
	},
	timings: {send: 1, wait: 500, receive: 400},
	...more.entry,
});
const start = Date.parse('2026-11-27T10:00:00.000Z') / 1000;
const sourceMessages = parseSse(valid).map(({event, data}, index) => ({
	time: start + 0.5 + index / 10,
	eventName: event,
	eventId: '',
	data,
}));
const size = Buffer.byteLength(valid);

const hars: Readonly<Record<string, Variant>> = {
	'a HAR with text': [harOf(entryOf({size, text: valid})), 'har'],
	'a HAR with base64': [
		harOf(entryOf({text: Buffer.from(valid).toString('base64'), encoding: 'base64'})),
		'har',
	],
	'a HAR with base64 that does not say so': [
		harOf(entryOf({text: Buffer.from(valid).toString('base64')})),
		'har',
	],
	'a HAR with compressed base64': [
		harOf(
			entryOf(
				{text: zlib.brotliCompressSync(valid).toString('base64'), encoding: 'base64'},
				{response: {headers: [{name: 'Content-Encoding', value: 'br'}]}},
			),
		),
		'har',
	],
	'a HAR with bytes as characters': [harOf(entryOf({text: zlib.gzipSync(valid).toString('latin1')})), 'har'],
	'a HAR with gzip that was decoded as text': [
		harOf(entryOf({text: zlib.gzipSync(valid).toString('utf8')})),
		'har',
		'not judged',
	],
	'a HAR whose events have times': [
		harOf(entryOf({size: 0}, {entry: {_eventSourceMessages: sourceMessages}})),
		'har',
	],
	'a HAR without bodies': [harOf(entryOf({size: 4711})), 'har', 'not judged'],
	'a HAR with an empty text for what came': [harOf(entryOf({size: 4711, text: ''})), 'har', 'not judged'],
	'a HAR whose bodies are in other files': [harOf(entryOf({_file: 'a1.txt'})), 'har', 'not judged'],
	'a HAR whose bodies were cut by the browser': [
		harOf(entryOf({size, text: valid.slice(0, 400)})),
		'har',
		'incomplete',
	],
	'a HAR of another API': [
		harOf(
			entryOf(
				{text: 'data: {"object":"chat.completion.chunk","choices":[]}\n\n'},
				{request: {url: 'https://api.openai.com/v1/chat/completions'}},
			),
		),
		'har',
		'not judged',
	],
	'a HAR with a redirect before the answer': [
		harOf(entryOf({size: 0, text: ''}, {response: {status: 307}}), entryOf({text: valid})),
		'har',
	],
	'a HAR with the counting of tokens': [
		harOf(
			entryOf({text: '{"input_tokens":9}'}, {request: {url: `${url}/count_tokens`}}),
			entryOf({text: valid}),
		),
		'har',
	],
	'a HAR of a relay at another path': [
		harOf(entryOf({text: valid}, {request: {url: 'http://relay/claude/chat'}})),
		'har',
	],
	'a HAR that is cut off': [harOf(entryOf({text: valid})).slice(0, 900), 'har', 'not judged'],
	'a HAR without entries': [harOf(), 'har', 'not judged'],
	'a HAR in UTF-16, compressed': [
		zlib.gzipSync(Buffer.from(`\uFEFF${harOf(entryOf({text: valid}))}`, 'utf16le')),
		'har',
	],
};

const chunked = (body: Buffer, lineEnd = '\r\n', length = 97) => {
	const frames: Buffer[] = [];
	for (let offset = 0; offset < body.length; offset += length) {
		const part = body.subarray(offset, offset + length);
		frames.push(Buffer.from(`${part.length.toString(16)}${lineEnd}`), part, Buffer.from(lineEnd));
	}

	return Buffer.concat([...frames, Buffer.from(`0${lineEnd}${lineEnd}`)]);
};
const head = (...fields: readonly string[]) =>
	Buffer.from(['HTTP/1.1 200 OK', 'content-type: text/event-stream', ...fields, '', ''].join('\r\n'));
const withHead = (body: Buffer | string, ...fields: readonly string[]) =>
	Buffer.concat([head(...fields), Buffer.from(body)]);
const request = `POST /v1/messages HTTP/1.1\r\nHost: api.anthropic.com\r\nContent-Length: 2\r\n\r\n{}`;

/** What `script` makes of what a terminal shows. */
const typed = (text: string) =>
	`Script started on 2026-11-27 22:35:34+00:00 [COMMAND="curl -N http://a/v1/messages"]\n${text.replaceAll('\n', '\r\n')}\nScript done on 2026-11-27 22:35:40+00:00 [COMMAND_EXIT_CODE="0"]\n`;

const responses: Readonly<Record<string, Variant>> = {
	'curl -i': [withHead(valid), 'http'],
	'curl -i from a terminal': [withHead(valid).toString().replaceAll(/\r?\n/g, '\n'), 'http'],
	'curl -i under script': [typed(withHead(valid).toString()), 'http'],
	'curl -i after 100 Continue': [
		Buffer.concat([Buffer.from('HTTP/1.1 100 Continue\r\n\r\n'), withHead(valid)]),
		'http',
	],
	'curl -iL': [
		Buffer.concat([Buffer.from('HTTP/1.1 307 Temporary Redirect\r\nlocation: /v2\r\n\r\n'), withHead(valid)]),
		'http',
	],
	'a redirect alone': ['HTTP/1.1 302 Found\r\nlocation: /login\r\n\r\n', 'http', 'not judged'],
	'curl -i through a proxy': [
		Buffer.concat([Buffer.from('HTTP/1.1 200 Connection established\r\n\r\n'), withHead(valid)]),
		'http',
	],
	'curl --raw -i': [withHead(chunked(Buffer.from(valid)), 'transfer-encoding: chunked'), 'http'],
	'curl --raw': [chunked(Buffer.from(valid)), 'http'],
	'curl --raw, line ends changed': [chunked(Buffer.from(valid)).toString().replaceAll('\r\n', '\n'), 'http'],
	'curl --raw, pasted from Windows': [
		chunked(Buffer.from(valid)).toString().replaceAll(/\r?\n/g, '\r\n'),
		'http',
	],
	'compressed frames': [
		withHead(chunked(zlib.gzipSync(valid)), 'transfer-encoding: chunked', 'content-encoding: gzip'),
		'http',
	],
	'Brotli behind its head': [withHead(zlib.brotliCompressSync(valid), 'content-encoding: br'), 'http'],
	'zstd behind its head': [withHead(zlib.zstdCompressSync(valid), 'content-encoding: zstd'), 'http'],
	'bare deflate behind its head': [withHead(zlib.deflateRawSync(valid), 'content-encoding: deflate'), 'http'],
	'a compressed body that is cut off': [
		withHead(zlib.gzipSync(valid).subarray(0, 200), 'content-encoding: gzip'),
		'http',
		'incomplete',
	],
	'a head that names a compression long undone': [withHead(valid, 'content-encoding: gzip'), 'http'],
	'two exchanges on one connection': [
		Buffer.concat([Buffer.from(request), withHead(valid), Buffer.from(request), withHead(valid)]),
		'http',
	],
	'a request alone': [request, 'http', 'not judged'],
	'a preflight and the request': [
		Buffer.concat([
			Buffer.from(
				'OPTIONS /v1/messages HTTP/1.1\r\nHost: a\r\n\r\nHTTP/1.1 204 No Content\r\nallow: POST\r\n\r\n',
			),
			Buffer.from(request),
			withHead(valid),
		]),
		'http',
	],
};

const marked = [
	'*   Trying 127.0.0.1:8080...',
	'* Connected to localhost (127.0.0.1) port 8080',
	'> POST /v1/messages HTTP/1.1',
	'> Host: localhost:8080',
	'> x-api-key: sk-ant-test',
	'>',
	'} [105 bytes data]',
	'< HTTP/1.1 200 OK',
	'< content-type: text/event-stream',
	'<',
	'{ [179 bytes data]',
	'',
].join('\n');
const meter =
	'  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n                                 Dload  Upload   Total   Spent    Left  Speed\n\r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0\r100  1179    0  1074  100   105   3563    348 --:--:-- --:--:-- --:--:--  3917\n';
const bye = '* Connection #0 to host localhost left intact\n';

const verbose: Readonly<Record<string, Variant>> = {
	'curl -v': [`${marked}${valid}${bye}`, 'curl-verbose'],
	'curl -v with CRLF in its headers': [`${marked.replaceAll('\n', '\r\n')}${valid}${bye}`, 'curl-verbose'],
	'curl -v -i': [`${marked}${head().toString()}${valid}${bye}`, 'curl-verbose'],
	'curl -v --raw': [`${marked}${chunked(Buffer.from(valid)).toString()}${bye}`, 'curl-verbose'],
	'curl -v with the progress meter': [`${marked}${meter}${valid}${bye}`, 'curl-verbose'],
	'curl -v that tears a line of the body': [
		`${marked}${valid.slice(0, 200)}{ [512 bytes data]\n${valid.slice(200)}${bye}`,
		'curl-verbose',
	],
	'curl -v --trace-time': [
		`${marked.replaceAll(/^(?=[*<>])/gm, '22:35:34.924461 ')}${valid}`,
		'curl-verbose',
	],
	'curl -v --trace-time, with its data reports and its goodbye': [
		`${marked.replaceAll(/^(?=[*<>{}])/gm, '22:35:34.924461 ')}${valid}22:35:35.100000 ${bye}`,
		'curl-verbose',
	],
	'curl -v --trace-time with the progress meter': [
		`${meter.slice(0, meter.lastIndexOf('\r'))}${marked.replaceAll(/^(?=[*<>{}])/gm, '22:35:34.924461 ')}${valid}${meter.slice(meter.lastIndexOf('\r')).trimEnd()}22:35:35.100000 ${bye}`,
		'curl-verbose',
	],
	'curl -v whose meter moves in the middle of a line, and before a line end': [
		`${meter.slice(0, meter.lastIndexOf('\r'))}${marked}${[...valid.matchAll(/[\s\S]{1,61}/g)].join('\r100  6816    0  6696  100   120   5722    102  0:00:01  0:00:01 --:--:--  5825').replace(/(\n\n)(?=event)/, '\r  0  6816    0  6696  100   120   5722    102  0:00:01  0:00:01 --:--:--  5825$1')}${meter.slice(meter.lastIndexOf('\r'))}${bye}`,
		'curl-verbose',
	],
	'curl -v of a page': [`${marked}<!DOCTYPE html>\n<html>\n</html>\n${bye}`, 'curl-verbose', 'not valid'],
	'curl -v and ts %.T': [
		`${marked}${meter}${valid}${bye}`.replaceAll(/(?<=^|\n)(?=[\s\S])/g, '22:35:34.924461 '),
		'curl-verbose',
	],
	'curl -v under script': [
		typed(`${marked.replaceAll(/^([<>].*)$/gm, '$1\r')}${valid}${bye}`),
		'curl-verbose',
	],
	'curl -v, its line ends doubled': [
		`${marked.replaceAll(/^([<>].*)$/gm, '$1\r\r')}${valid}${bye}`,
		'curl-verbose',
	],
	'curl -v over HTTP/2': [
		`${marked.replaceAll('HTTP/1.1', 'HTTP/2').replace('* Connected', '* [HTTP/2] [1] [:method: POST]\n* Connected')}${valid}`,
		'curl-verbose',
	],
	'curl -v -o': [`${marked}${meter}${bye}`, 'curl-verbose', 'not judged'],
	'the progress meter and the body': [`${meter}${valid}`, 'curl-verbose'],
	'curl -v of an answer in JSON': [
		`${marked.replace('text/event-stream', 'application/json')}${JSON.stringify(message)}${bye}`,
		'curl-verbose',
	],
};

const code = (line: object, index: number) => JSON.stringify({...line, session_id: 's1', uuid: `u${index}`});
const streamed = payloads.map((event, index) =>
	code({type: 'stream_event', event, parent_tool_use_id: null}, index),
);
const init = code({type: 'system', subtype: 'init', model: 'claude-haiku-4-5'}, 90);
const result = code({type: 'result', subtype: 'success', duration_ms: 1900, num_turns: 1}, 91);
const assistant = code({type: 'assistant', message}, 92);
const ofSubagent = payloads.map((event, index) =>
	code({type: 'stream_event', event, parent_tool_use_id: 'toolu_1'}, 40 + index),
);
const lines = (...all: ReadonlyArray<readonly string[] | string>) => `${all.flat().join('\n')}\n`;

const claudeCode: Readonly<Record<string, Variant>> = {
	'Claude Code with partial messages': [lines(init, streamed, assistant, result), 'claude-code'],
	'Claude Code without partial messages': [lines(init, assistant, result), 'claude-code'],
	'Claude Code as one list': [`[${[init, ...streamed, result].join(',\n')}]`, 'claude-code'],
	'Claude Code with a subagent': [
		lines(
			init,
			streamed.flatMap((line, index) => [line, ofSubagent[index] ?? '']),
			result,
		),
		'claude-code',
	],
	'Claude Code, lines doubled': [
		lines(
			init,
			streamed.flatMap(line => [line, line]),
			result,
		),
		'claude-code',
	],
	'Claude Code, told of an error by the API': [
		lines(
			init,
			code(
				{
					type: 'assistant',
					message: {
						...message,
						id: 'msg_2',
						model: '<synthetic>',
						content: [
							{
								type: 'text',
								text: 'API Error: 529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}',
							},
						],
					},
					isApiErrorMessage: true,
				},
				93,
			),
			result,
		),
		'claude-code',
		'not valid',
	],
	'Claude Code with a message that it wrote itself': [
		lines(
			init,
			assistant,
			code({type: 'assistant', message: {...message, id: 'msg_2', model: '<synthetic>'}}, 93),
			result,
		),
		'claude-code',
	],
	'Claude Code, killed': [lines(init, streamed.slice(0, 4)), 'claude-code', 'incomplete'],
	'Claude Code, a line torn': [
		lines(init, streamed.slice(0, 4), (streamed[4] ?? '').slice(0, 60)).trimEnd(),
		'claude-code',
		'incomplete',
	],
	'Claude Code, whose stream was cut': [
		lines(init, streamed.slice(0, 4), result),
		'claude-code',
		'not valid',
	],
	'a session file of Claude Code': [
		lines(JSON.stringify({type: 'assistant', sessionId: 's', uuid: 'u', parentUuid: null, message})),
		'claude-code',
	],
};

const exchange = (response: object | null, more: object = {}) =>
	JSON.stringify({
		request: {timestamp: 1789000000.1, method: 'POST', url, headers: {}, body: requestBody},
		response,
		...more,
	});
const tap = (response: object) =>
	JSON.stringify({
		timestamp: '2026-11-27T10:00:00+00:00',
		request_id: 'req_1',
		turn: 1,
		duration_ms: 900,
		request: {method: 'POST', path: '/v1/messages?beta=true', headers: {Host: 'x'}, body: requestBody},
		response,
		upstream_base_url: 'https://api.anthropic.com',
	});
const tapEvents = parseSse(valid).map(({event, data}) => ({event, data: JSON.parse(data)}));

const logs: Readonly<Record<string, Variant>> = {
	'claude-trace': [
		lines(exchange({timestamp: 1789000001, status_code: 200, headers: {}, body_raw: valid})),
		'exchange-log',
	],
	'claude-trace of an answer in JSON': [
		lines(
			exchange({status_code: 200, headers: {}, body: message}).replace('"stream":true', '"stream":false'),
		),
		'exchange-log',
	],
	'claude-trace without a response': [lines(exchange(null)), 'exchange-log', 'not judged'],
	'claude-trace, cut off': [
		lines(
			exchange({status_code: 200, body_raw: valid}),
			exchange({status_code: 200, body_raw: valid}).slice(0, 500),
		).trimEnd(),
		'exchange-log',
		'incomplete',
	],
	'claude-tap with its events': [
		lines(tap({status: 200, headers: {}, sse_events: tapEvents, body: message})),
		'exchange-log',
	],
	'claude-tap without its events': [
		lines(tap({status: 200, headers: {}, body: message})),
		'exchange-log',
		'not judged',
	],
	'a list of exchanges': [`[${exchange({status: 200, body: valid})}]`, 'export'],
};

const repr = (value: unknown): string => {
	if (Array.isArray(value)) {
		return `[${value.map(repr).join(', ')}]`;
	}

	if (typeof value === 'object' && value !== null) {
		return `{${Object.entries(value)
			.map(([key, inner]) => `'${key}': ${repr(inner)}`)
			.join(', ')}}`;
	}

	return value === null
		? 'None'
		: typeof value === 'string'
			? `'${value.replaceAll('\n', '\\n').replaceAll("'", "\\'")}'`
			: String(value);
};
const fields = (value: object) =>
	Object.entries(value)
		.map(([key, inner]) => `${key}=${repr(inner)}`)
		.join(', ');
const className = (type: string) =>
	`${type
		.split('_')
		.map(word => `${word[0]?.toUpperCase()}${word.slice(1)}`)
		.join('')}Event`;
/** The classes of Python's SDK have their fields in alphabetical order, the type behind most of them. */
const typeLast = ({type, ...rest}: (typeof payloads)[number]) => ({...rest, type});
const printed = (before: string) =>
	payloads
		.filter(({type}) => type !== 'ping')
		.map(value => `${before}${className(value.type)}(${fields(value)})`);

const python: Readonly<Record<string, Variant>> = {
	'print(event)': [lines(printed('Raw')), 'python-print'],
	'print(event) of an old version': [lines(printed('')), 'python-print'],
	'print(event) of the beta': [lines(printed('BetaRaw')), 'python-print'],
	'print("event:", event)': [lines(printed('event: Raw')).replaceAll('event: ', 'Event -> '), 'python-print'],
	'print(events)': [`[${printed('Raw').join(', ')}]\n`, 'python-print'],
	'print(event.model_dump())': [lines(payloads.map(repr)), 'python-print'],
	'print(event.model_dump()), whose type comes last': [
		lines(payloads.map(typeLast).map(repr)),
		'python-print',
	],
	'print of a dictionary around each event': [
		lines(payloads.map((event, n) => repr({n, event: typeLast(event)}))),
		'python-print',
	],
	'print(event.model_dump()), torn': [
		lines(payloads.map(typeLast).map(repr)).slice(0, -120),
		'python-print',
		'incomplete',
	],
	'print(message)': [`Message(${fields(message)})\n`, 'python-print'],
	'print(message.model_dump())': [`${repr(message)}\n`, 'python-print'],
	'two messages that Python printed': [`Message(${fields(message)})\n`.repeat(2), 'python-print'],
	'pprint(event.model_dump())': [
		lines(payloads.map(value => repr(value).replaceAll(', ', ',\n '))),
		'python-print',
	],
	'print(event) of messages.stream()': [
		lines(
			printed('Raw').flatMap(line => [
				line,
				...(line.includes('text_delta') ? ["TextEvent(type='text', text='Hi', snapshot='Hi')"] : []),
			]),
		),
		'python-print',
	],
	'print(event), torn': [lines(printed('Raw')).slice(0, -20), 'python-print', 'incomplete'],
	'print(event.to_json())': [lines(payloads.map(value => JSON.stringify(value, null, 2))), 'json'],
	'print(event.model_dump_json())': [lines(payloads.map(value => JSON.stringify(value))), 'events'],
};

const consoleLog = (colors: boolean) => lines(payloads.map(value => inspect(value, {colors})));
const node: Readonly<Record<string, Variant>> = {
	'console.log(event)': [consoleLog(false), 'node-print'],
	'console.log(event) in colour': [consoleLog(true), 'node-print'],
	'console.log(event), whose type comes last': [
		lines(payloads.map(value => inspect(typeLast(value)))),
		'node-print',
	],
	'console.log("%o", event)': [
		lines(payloads.map(value => inspect(value, {showHidden: true}))),
		'node-print',
	],
	'console.log(message)': [
		`${inspect({...Object.fromEntries(Object.entries(message).toReversed()), content: [{type: 'text', text: 'Hi\n'.repeat(40)}]})}\n`,
		'node-print',
	],
	'console.log("event", event)': [consoleLog(false).replaceAll(/^\{/gm, 'event {'), 'node-print'],
	'console.log(event), torn': [consoleLog(false).slice(0, -12), 'node-print', 'incomplete'],
	'console.log of the JSON of events, indented': [
		lines(payloads.map(value => JSON.stringify(value, null, '\t'))),
		'json',
	],
	'a list of events': [JSON.stringify(payloads, null, 2), 'json'],
	'names and data': [lines(tapEvents.map(value => JSON.stringify(value))), 'events'],
	'events, the last line torn': [
		lines(payloads.map(value => JSON.stringify(value))).slice(0, -12),
		'events',
		'incomplete',
	],
};

const codec = new EventStreamCodec(
	bytes => (typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString()),
	text => Buffer.from(text),
);
const frame = (name: string, body: object) =>
	Buffer.from(
		codec.encode({
			headers: {
				':event-type': {type: 'string', value: name},
				':message-type': {type: 'string', value: 'event'},
			},
			body: Buffer.from(JSON.stringify(body)),
		}),
	);
const encoded = payloads.map(value => Buffer.from(JSON.stringify(value)).toString('base64'));
const frames = Buffer.concat(encoded.map(bytes => frame('chunk', {bytes, p: 'abcdef'})));

const bedrock: Readonly<Record<string, Variant>> = {
	'lines of chunks': [lines(encoded.map(bytes => JSON.stringify({chunk: {bytes}}))), 'bedrock'],
	'lines of bytes': [lines(encoded.map(bytes => JSON.stringify({bytes, p: 'a'}))), 'bedrock'],
	"chunks as boto3's print shows them": [
		lines(
			payloads.map(value => `{'chunk': {'bytes': b'${JSON.stringify(value).replaceAll('\\', '\\\\')}'}}`),
		),
		'bedrock',
	],
	'binary frames': [frames, 'sse'],
	'binary frames, cut off': [frames.subarray(0, frames.length - 30), 'sse', 'incomplete'],
	'binary frames in a HAR': [
		harOf(
			entryOf(
				{text: frames.toString('base64'), encoding: 'base64'},
				{request: {url: 'https://bedrock/model/m/invoke-with-response-stream'}},
			),
		),
		'har',
	],
	'frames of Converse': [
		Buffer.concat([
			frame('messageStart', {role: 'assistant'}),
			frame('contentBlockDelta', {contentBlockIndex: 0, delta: {text: 'Hi'}}),
		]),
		'sse',
		'not judged',
	],
	'lines of Converse': [
		lines('{"messageStart":{"role":"assistant"}}', '{"contentBlockDelta":{"delta":{"text":"Hi"}}}'),
		'unknown',
		'not judged',
	],
};

const interaction = (body: object, headers: object = {}) => ({
	request: {method: 'POST', uri: url, body: JSON.stringify(requestBody), headers: {}},
	response: {
		status: {code: 200, message: 'OK'},
		headers: {'Content-Type': ['text/event-stream'], ...headers},
		body,
	},
});
const cassette = (...interactions: readonly object[]) => ({version: 1, interactions});
const elsewhere = {
	request: {method: 'GET', uri: 'https://example.com/', body: null},
	response: {status: {code: 200}, headers: {}, body: {string: 'ok'}},
};

const cassettes: Readonly<Record<string, Variant>> = {
	'a cassette in YAML': [stringify(cassette(interaction({string: valid}))), 'cassette'],
	'a cassette with a binary body': [
		stringify(cassette(interaction({string: zlib.gzipSync(valid)}, {'Content-Encoding': ['gzip']}))),
		'cassette',
	],
	'a cassette with a binary value of YAML': [
		stringify(cassette(interaction({string: new Uint8Array(zlib.gzipSync(valid))})), {
			customTags: ['binary'],
		}),
		'cassette',
	],
	'a cassette in JSON': [JSON.stringify(cassette(interaction({string: valid})), null, 2), 'cassette'],
	'a cassette of Ruby': [
		`---\n${stringify({http_interactions: [{...interaction({encoding: 'UTF-8', string: valid}), recorded_at: 'Fri, 27 Nov 2026 10:00:00 GMT'}], recorded_with: 'VCR 6.1.0'})}`,
		'cassette',
	],
	'a cassette with other requests': [
		stringify(cassette(elsewhere, interaction({string: valid}))),
		'cassette',
	],
	'a cassette without message requests': [stringify(cassette(elsewhere)), 'cassette', 'not judged'],
	'a cassette that is cut off': [
		JSON.stringify(cassette(interaction({string: valid}))).slice(0, 300),
		'cassette',
		'not judged',
	],
};

const exports: Readonly<Record<string, Variant>> = {
	'an export with the events of a run': [
		JSON.stringify({runs: [{id: 1, outputs: {events: payloads}}]}, null, 1),
		'export',
	],
	'an export with the body as a text': [JSON.stringify([{name: 'generation', output: valid}]), 'export'],
	'an export with lines of the body': [JSON.stringify({chunks: valid.split('\n\n').slice(0, -1)}), 'export'],
	'an export with JSON in a text': [JSON.stringify({metadata: {raw: JSON.stringify(payloads)}}), 'export'],
	'lines of an export': [
		lines(JSON.stringify({id: 1, response: {stream: valid}}), JSON.stringify({id: 2})),
		'export',
	],
	'an export without events': [JSON.stringify({runs: [{outputs: {text: 'Hi'}}]}), 'unknown', 'not judged'],
};

for (const [name, [content, format, verdict = 'valid']] of Object.entries({
	...hars,
	...responses,
	...verbose,
	...claudeCode,
	...logs,
	...python,
	...node,
	...bedrock,
	...cassettes,
	...exports,
})) {
	test(`${name}: ${verdict}`, async () => {
		const report = await inspected(content);
		const rules =
			verdict === 'not valid' ? [] : rulesOf(report).filter(rule => rule !== 'message-stop-missing');
		assert.deepEqual(
			{format: report.format, verdict: verdictOf(report), rules},
			{format, verdict, rules: []},
			`${report.error} ${report.notes.join(' ')}`,
		);
	});
}
