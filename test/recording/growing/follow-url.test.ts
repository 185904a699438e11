import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {test} from 'node:test';
import {followTrace, openTrace} from '../../../source/recording/growing/follow-url.js';
import {growTrace} from '../../../source/recording/growing/grow-trace.js';
import {createTraceFeed, tracePath} from '../../../source/recording/growing/trace-feed.js';
import type {RecordingHeader} from '../../../source/recording/recording-format.js';
import {Trace} from '../../../source/trace/trace.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {appendExchange} from '../../helpers/append-exchange.js';
import {eventually} from '../../helpers/eventually.js';

const header = (startedAt: string): RecordingHeader => ({
	type: 'recording',
	version: 2,
	app: 'a',
	startedAt,
	mode: 'live',
	title: null,
});

const exchange = (trace: Trace, answer: string) =>
	appendExchange(trace, {messages: [{role: 'user', content: 'Hello'}], answer, outcome: 'complete'});

test('a trace is followed over HTTP, again after a lost connection, and anew after a new start', async t => {
	let trace = new Trace();
	let feed = createTraceFeed({trace, header: header('first'), secrets: ['sk-ant-hidden-0123456789']});
	const connections = new Set<ServerResponse>();
	const server = createServer((request, response) => {
		connections.add(response);
		feed(request, response);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	exchange(trace, 'Hi');
	const {port} = server.address() as AddressInfo;
	const stop = new AbortController();
	t.after(() => {
		stop.abort();
		server.close();
		server.closeAllConnections();
	});
	const opened = await openTrace(new URL(`http://127.0.0.1:${port}${tracePath}`), stop.signal);
	const events: TraceEvent[] = [];
	let notes: readonly string[] = [];
	const ended = growTrace({
		input: followTrace(opened, stop.signal),
		now: () => 0,
		wallClock: () => 0,
		emit: event => events.push(event),
		onState(state) {
			({notes} = state);
		},
	});
	await eventually(() => events, [...trace.events]);
	exchange(trace, 'sk-ant-hidden-0123456789 words');
	const seen = trace.events.map(event =>
		JSON.parse(JSON.stringify(event).replaceAll('sk-ant-hidden-0123456789', '…')),
	);
	await eventually(() => events, seen);

	for (const response of connections) {
		response.destroy();
	}

	exchange(trace, 'Again');
	await eventually(() => events.length, trace.length);
	assert.deepEqual(
		events.map(({exchange}) => exchange),
		trace.events.map(({exchange}) => exchange),
	);

	trace = new Trace();
	feed = createTraceFeed({trace, header: header('second')});
	exchange(trace, 'New');
	for (const response of connections) {
		response.destroy();
	}

	await eventually(() => events.at(-1)?.exchange, 4);
	assert.deepEqual(notes, [
		'The connection was lost. It is tried again every second.',
		'The connection was lost. It is tried again every second.',
		'The program was started again: its new trace follows.',
	]);
	stop.abort();
	await ended;
});

test('a follower that reads slowly does not make the program keep what it has not read', () => {
	const trace = new Trace();
	const written: string[] = [];
	const listeners = new Map<string, () => void>();
	const response = {
		writeHead() {},
		flushHeaders() {},
		on: (name: string, listener: () => void) => listeners.set(name, listener),
		write(line: string) {
			written.push(line);
			return written.length < 3;
		},
	};
	createTraceFeed({trace, header: header('first')})({url: '/'}, response as unknown as ServerResponse);
	exchange(trace, 'Hi');
	assert.equal(written.length, 3);
	written.length = 0;
	listeners.get('drain')?.();
	assert.equal(written.length, 3);
	listeners.get('close')?.();
	written.length = 0;
	exchange(trace, 'Hi');
	assert.equal(written.length, 0);
});
