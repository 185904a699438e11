import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {lastItem} from '../../source/trace/persistent-list.js';
import {SdkLane} from '../../source/trace/sdk-lane.js';
import {Trace} from '../../source/trace/trace.js';
import {encodeSse} from '../../source/wire/encode-sse.js';
import {answering, laneRows, readExchange} from '../helpers/read-exchange.js';
import {complete} from '../helpers/traced-stream.js';
import {
	blockStart,
	blockStop,
	errorEvent,
	message,
	messageStart,
	ping,
	text,
	textBlock,
	toWire,
} from '../messages/conformance/sample-stream.js';

function outcomeOf(trace: Trace): readonly unknown[] {
	const end = trace.events.at(-1);
	return end?.type === 'end' ? [end.outcome, end.error, end.message] : [];
}

describe('an exchange', () => {
	it('that completes ends with the message that the SDK returns', async () => {
		const {trace, final, described, looped, exchange} = await readExchange({
			answer: answering(...message(...textBlock(0))),
		});
		assert.equal(described, null);
		assert.deepEqual(looped, [
			'message_start',
			'content_block_start',
			'content_block_delta',
			'content_block_stop',
			'message_delta',
			'message_stop',
		]);
		const {parsed_output: _, ...plain} = JSON.parse(JSON.stringify(final));
		assert.deepEqual(plain.content, [{type: 'text', text: 'Cats'}]);
		assert.deepEqual(trace.events.at(-1), {
			type: 'end',
			at: trace.length - 1,
			exchange: exchange.exchange,
			outcome: 'complete',
			error: null,
			message: plain,
		});
		assert.deepEqual(
			trace.events.map(({at}) => at),
			[...trace.events.keys()],
		);
	});

	it('is the first of an empty trace, and the next of one that has some', async () => {
		const answer = answering(...message());
		const first = await readExchange({answer});
		assert.equal(first.exchange.exchange, 1);
		const fifth = await readExchange({answer, trace: new Trace([complete(0, 4)])});
		assert.equal(fifth.exchange.exchange, 5);
		assert.ok(fifth.trace.events.slice(1).every(({exchange}) => exchange === 5));
	});

	it('goes its way where nobody looks at the SDK lane', async () => {
		const failing = [messageStart(), errorEvent];
		const complete = await readExchange({answer: answering(...message(...textBlock(0))), isJudged: false});
		const failed = await readExchange({answer: answering(...failing), isJudged: false});
		assert.equal(complete.looped.length, 6);
		assert.equal(complete.trace.events.at(-1)?.type, 'end');
		assert.equal(lastItem(failed.trace.view.exchanges)?.phase, 'failed');
		const untouched = new SdkLane();
		for (const {lane, trace} of [complete, failed]) {
			assert.deepEqual(
				trace.events.map((_, position) => lane.at(position)),
				trace.events.map((_, position) => untouched.at(position)),
			);
		}
	});

	it('that an error event ends has it thrown, and drops what had come behind it', async () => {
		const reading = await readExchange({
			answer: answering(messageStart(), blockStart(0), errorEvent, text(0, 'late'), ping, blockStop(0)),
		});
		assert.deepEqual(reading.looped, ['message_start', 'content_block_start']);
		assert.deepEqual(laneRows(reading), [
			'request –',
			'response – connect',
			'message_start yielded streamEvent',
			'content_block_start yielded streamEvent',
			'error thrown',
			'content_block_delta dropped',
			'ping dropped',
			'content_block_stop dropped',
			'end – error end',
		]);
		assert.deepEqual(outcomeOf(reading.trace), ['failed', reading.described, null]);
		assert.equal(Object(reading.described).kind, 'overloaded_error');
	});

	it('has data thrown that is no JSON, and what an order makes impossible', async () => {
		const broken = {event: 'content_block_start', data: '{"type":'};
		for (const fault of [broken, messageStart()]) {
			const reading = await readExchange({answer: answering(messageStart(), fault, ...textBlock(0))});
			assert.deepEqual(
				laneRows(reading)
					.slice(2)
					.map(row => row.split(' ')[1]),
				['yielded', 'thrown', 'dropped', 'dropped', 'dropped', '–'],
			);
		}
	});

	it('that breaks off drops the event that did not end, and throws none', async () => {
		const events = [messageStart(), blockStart(0)].map(toWire);
		const reading = await readExchange({
			answer(response) {
				response.writeHead(200, {'content-type': 'text/event-stream'});
				response.end(
					events
						.map(({event, data}) => `event: ${event}\ndata: ${data}\n\n`)
						.join('')
						.slice(0, -2),
				);
			},
		});
		assert.deepEqual(laneRows(reading), [
			'request –',
			'response – connect',
			'message_start yielded streamEvent',
			'content_block_start dropped',
			'end – end',
		]);
		assert.equal(lastItem(reading.trace.view.exchanges)?.phase, 'failed');
	});

	it('that is interrupted ends there: the events of the read that had come are still yielded, the next read is not', async () => {
		const reading = await readExchange({
			answer(response) {
				response.writeHead(200, {'content-type': 'text/event-stream'});
				response.write([messageStart(), blockStart(0)].map(event => encodeSse(toWire(event))).join(''));
			},
			arrived: (event, {abort}) => event.type === 'sse' && event.event === 'message_start' && abort(),
		});
		assert.deepEqual(laneRows(reading), [
			'request –',
			'response – connect',
			'message_start yielded streamEvent',
			'content_block_start yielded streamEvent',
			'end – abort end',
		]);
		assert.deepEqual(outcomeOf(reading.trace), ['aborted', null, null]);
		assert.equal(Object(reading.described).kind, 'aborted');
	});

	it('whose loop is left is interrupted: the events that the loop did not get are dropped, none is thrown', async () => {
		const reading = await readExchange({
			answer: answering(...message(...textBlock(0))),
			leaveAt: 'content_block_start',
		});
		assert.deepEqual(laneRows(reading), [
			'request –',
			'response – connect',
			'message_start yielded streamEvent',
			'content_block_start yielded streamEvent',
			'content_block_delta dropped',
			'content_block_stop dropped',
			'message_delta dropped',
			'message_stop dropped',
			'end – abort end',
		]);
		assert.deepEqual(outcomeOf(reading.trace), ['aborted', null, null]);
	});

	it('that gets no response has no event to judge', async () => {
		const reading = await readExchange({answer: response => response.destroy()});
		assert.deepEqual(laneRows(reading), ['request –', 'end – error end']);
		assert.equal(lastItem(reading.trace.view.exchanges)?.phase, 'failed');
	});

	it('connects at the response that answered, not at one that was tried again', async () => {
		let asked = 0;
		const answer = answering(...message());
		const reading = await readExchange({
			maxRetries: 1,
			answer(response) {
				asked++;
				if (asked === 1) {
					response.writeHead(529, {'content-type': 'application/json', 'retry-after-ms': '1'});
					response.end(JSON.stringify(errorEvent));
				} else {
					answer(response);
				}
			},
		});
		assert.deepEqual(laneRows(reading), [
			'request –',
			'response –',
			'body –',
			'request –',
			'response – connect',
			'message_start yielded streamEvent',
			'message_delta yielded streamEvent',
			'message_stop yielded streamEvent message',
			'end – finalMessage end',
		]);
	});
});
