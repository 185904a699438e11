import {
	blockStart,
	blockStop,
	message,
	messageDelta,
	messageStart,
	messageStop,
	ping,
	text,
	textBlock,
	toWire,
	wire,
} from '../sample-stream.js';
import type {RuleCase} from './rule-case.js';

const response = {status: 200, contentType: 'text/event-stream; charset=utf-8'};
const piecemeal = (chunkOf: (index: number) => number, pieces: number) =>
	message(
		blockStart(0),
		...Array.from({length: pieces}, (_, index) => text(0, `${index}`)),
		blockStop(0),
	).map((event, index) => ({...toWire(event), chunk: chunkOf(index)}));
const body = 'event: ping\ndata: {"type": "ping"}\n\n';

export const transportCases: readonly RuleCase[] = [
	{
		rule: 'response-status',
		broken: {
			events: message(),
			facts: {response: {...response, status: 502}},
			findings: ['error response-status @null'],
		},
		kept: {events: message(), facts: {response}, findings: []},
	},
	{
		rule: 'content-type',
		broken: {
			events: message(),
			facts: {response: {...response, contentType: 'application/json'}},
			findings: ['warning content-type @null'],
		},
		kept: {events: message(), facts: {response: {status: null, contentType: null}}, findings: []},
	},
	{
		rule: 'empty-body',
		broken: {events: [], facts: {response}, findings: ['error empty-body @null']},
		kept: {events: [], facts: {response: {status: 529, contentType: 'application/json'}}, findings: []},
	},
	{
		rule: 'gzip-as-text',
		broken: {
			events: [],
			facts: {response: {...response, body: '\u001F\uFFFD\b\0\0'}},
			findings: ['error gzip-as-text @null'],
		},
		kept: {
			events: [],
			facts: {response: {...response, body: 'gzip'}},
			findings: ['error empty-body @null'],
		},
	},
	{
		rule: 'one-read',
		broken: {events: piecemeal(() => 1, 5), findings: ['warning one-read @null']},
		kept: {events: piecemeal(index => (index === 0 ? 1 : 2), 5), findings: []},
	},
	{
		rule: 'one-read',
		about: 'also for content alone, where it is more than a burst',
		broken: {
			events: piecemeal(index => (index === 0 ? 1 : 2), 20),
			findings: ['warning one-read @null'],
		},
		kept: {events: piecemeal(index => (index === 0 ? 1 : 2), 19), findings: []},
	},
	{
		rule: 'one-read',
		about: 'unless the answer is short',
		broken: {events: piecemeal(() => 7, 40), findings: ['warning one-read @null']},
		kept: {events: piecemeal(() => 1, 4), findings: []},
	},
	{
		rule: 'one-read',
		about: 'unless the reads are not known',
		broken: {events: piecemeal(() => 1, 9), findings: ['warning one-read @null']},
		kept: {
			events: message(
				...piecemeal(() => 1, 9)
					.slice(1, -2)
					.map(({event, data}) => ({event, data})),
			),
			findings: [],
		},
	},
	{
		rule: 'cut-off',
		broken: {
			events: [
				messageStart(),
				...textBlock(0),
				{event: 'message_delta', data: '{"type":"mess', unterminated: true},
			],
			findings: ['error cut-off @4'],
		},
		kept: {
			events: [
				messageStart(),
				...textBlock(0),
				{event: 'message_delta', data: '{"type":"mess', unterminated: true},
			],
			facts: {ending: 'aborted'},
			findings: [],
		},
	},
	{
		rule: 'final-blank-line',
		broken: {
			events: [messageStart(), messageDelta(), wire(messageStop, {unterminated: true})],
			findings: ['note final-blank-line @2'],
		},
		kept: {events: [...message(), {event: null, data: '', unterminated: true}], findings: []},
	},
	{
		rule: 'final-blank-line',
		about: 'as an error where its read shows that it came so over the wire',
		broken: {
			events: [messageStart(), messageDelta(), wire(messageStop, {unterminated: true, chunk: 3})],
			findings: ['error final-blank-line @2'],
		},
		kept: {
			events: [messageStart(), messageDelta(), wire(messageStop, {unterminated: true, chunk: 3})],
			facts: {response: {status: null, contentType: null, isSaved: true}},
			findings: ['note final-blank-line @2'],
		},
	},
	{
		rule: 'sse-extras',
		about: 'once for each kind',
		broken: {
			events: message(
				wire(ping, {retry: 300}),
				wire(ping, {retry: 300, comment: 'alive'}),
				wire(ping, {id: '3'}),
			),
			findings: ['note sse-extras @1', 'note sse-extras @2', 'note sse-extras @3'],
		},
		kept: {events: message(ping, ping), findings: []},
	},
	{
		rule: 'space-after-colon',
		broken: {
			events: message(),
			facts: {body: body.replaceAll(': {', ':{')},
			findings: ['note space-after-colon @null'],
		},
		kept: {events: message(), facts: {body: `${body}:comment\n\ndata: {"a":"event:x"}\n\n`}, findings: []},
	},
	{
		rule: 'stray-line',
		about: 'once, in whatever way its lines end',
		broken: {
			events: message(),
			facts: {body: `${body}{"type": "message_stop"}\n\nwarning: slow\n\n${body}`},
			findings: ['warning stray-line @null'],
		},
		kept: {
			events: message(),
			facts: {body: 'event: a\u2028b\rdata\nretry: 1\r\nid\n:\n: comment\n\neven'},
			findings: ['note line-ends @null'],
		},
	},
	{
		rule: 'stray-line',
		about: 'in the frames of a chunked transfer',
		broken: {
			events: message(),
			facts: {body: `2d\r\n${body}\r\n0\r\n\r\n`},
			findings: ['note line-ends @null', 'warning stray-line @null', 'note blank-lines @null'],
		},
		kept: {events: message(), facts: {body}, findings: []},
	},
	{
		rule: 'blank-lines',
		broken: {events: message(), facts: {body: `${body}\n${body}`}, findings: ['note blank-lines @null']},
		kept: {events: message(), facts: {body: `${body}${body}`}, findings: []},
	},
	{
		rule: 'line-ends',
		broken: {
			events: message(),
			facts: {body: body.replaceAll('\n', '\r\n')},
			findings: ['note line-ends @null'],
		},
		kept: {events: message(), facts: {body: body.replace('ping"', 'a\\r\\n"')}, findings: []},
	},
	{
		rule: 'byte-order-mark',
		broken: {events: message(), facts: {body: `\uFEFF${body}`}, findings: ['note byte-order-mark @null']},
		kept: {events: message(), facts: {body: body.replace('ping"', '\uFEFF"')}, findings: []},
	},
];
