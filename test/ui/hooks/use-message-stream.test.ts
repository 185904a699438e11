import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import {promptWords} from '../../../source/analysis/prompt.js';
import {startExchange} from '../../../source/client/message-exchange.js';
import type {MessageSnapshot} from '../../../source/messages/message-snapshot.js';
import {itemsOf} from '../../../source/trace/persistent-list.js';
import {SdkLane} from '../../../source/trace/sdk-lane.js';
import {Trace} from '../../../source/trace/trace.js';
import {type Sending, useMessageStream} from '../../../source/ui/hooks/use-message-stream.js';
import {eventually} from '../../helpers/eventually.js';
import {serveHeldStreams} from '../../helpers/held-streams.js';
import {renderHook} from '../../helpers/render-hook.js';

/** The hook over the official SDK and a server that answers when it is told to. */
async function open(t: TestContext, {frame = 1, isTurnOpen = (): boolean => false} = {}) {
	const server = await serveHeldStreams();
	const client = new Anthropic({baseURL: server.url, apiKey: 'test', maxRetries: 0, logLevel: 'off'});
	const trace = new Trace();
	const lane = new SdkLane();
	const start = ({prompt, model = 'm'}: Sending) =>
		startExchange({
			client,
			fetch: globalThis.fetch,
			trace,
			lane,
			now: () => performance.now(),
			params: {model, max_tokens: 9, messages: [{role: 'user', content: promptWords(prompt)}]},
		});
	const screen = await renderHook(t, () => useMessageStream(trace, start, frame, isTurnOpen), undefined);
	t.after(() => server[Symbol.asyncDispose]());
	const latest = () => {
		const value = screen.values.at(-1);
		assert.ok(value);
		return value;
	};
	return {
		...screen,
		server,
		trace,
		lane,
		latest,
		/** What was asked and how it stands, for each turn that the hook has returned. */
		turns: () => [...itemsOf(latest().view.exchanges)].map(({message, phase}) => [phase, textOf(message)]),
	};
}

function textOf(message: MessageSnapshot | null): string {
	return message === null ? '' : message.blocks.map(({text}) => text).join('');
}

const promptOf = ({asked}: {readonly asked: {readonly messages: readonly unknown[]}}) =>
	Object(asked.messages.at(-1)).content;

describe('useMessageStream', () => {
	it('is idle, then shows an answer from its request to its end', async t => {
		const {server, latest, turns} = await open(t);
		assert.deepEqual(
			[latest().phase, latest().latest, latest().queued, latest().isAnswering()],
			['idle', null, [], false],
		);

		latest().send({prompt: 'Cats?'});
		assert.equal(latest().isAnswering(), true);
		await eventually(() => latest().phase, 'connecting');
		const answer = await server.next();
		assert.equal(promptOf(answer), 'Cats?');

		answer.start();
		await eventually(turns, [['streaming', '']]);
		answer.text('Cats ');
		await eventually(turns, [['streaming', 'Cats ']]);
		answer.text('purr.');
		answer.finish();
		await eventually(turns, [['complete', 'Cats purr.']]);
		await eventually(() => latest().isAnswering(), false);
		assert.equal(latest().latest?.end?.outcome, 'complete');
	});

	it('sends queued prompts after the answer has ended, one at a time and in order', async t => {
		const {server, latest, turns} = await open(t);
		latest().send({prompt: 'one'});
		latest().send({prompt: 'two'});
		latest().send({prompt: 'three', model: 'other'});
		await eventually(() => latest().queued, ['two', 'three']);

		for (const [prompt, queued] of [
			['one', ['two', 'three']],
			['two', ['three']],
			['three', []],
		] as const) {
			const answer = await server.next();
			assert.deepEqual([promptOf(answer), answer.asked.model], [prompt, prompt === 'three' ? 'other' : 'm']);
			await eventually(() => [...latest().queued], [...queued]);
			answer.start();
			answer.text(prompt);
			answer.finish();
		}

		await eventually(turns, [
			['complete', 'one'],
			['complete', 'two'],
			['complete', 'three'],
		]);
	});

	it('sends no prompt that was taken back from the queue', async t => {
		const {latest} = await open(t);
		latest().send({prompt: 'one'});
		for (const prompt of ['two', 'three', 'four']) {
			latest().send({prompt});
		}

		assert.equal(latest().takeBack(1)?.prompt, 'three');
		assert.equal(latest().takeBack(-1)?.prompt, 'four');
		assert.equal(latest().takeBack(5), null);
		await eventually(() => latest().queued, ['two']);
	});

	it('sends queued prompts only after a turn that is open has continued', async t => {
		let isOpen = true;
		const {server, latest, turns} = await open(t, {isTurnOpen: () => isOpen});
		latest().send({prompt: 'one'});
		latest().send({prompt: 'two'});
		const first = await server.next();
		first.start();
		first.finish();
		await eventually(() => latest().isAnswering(), false);
		assert.deepEqual(latest().queued, ['two']);

		latest().send({prompt: '', results: []});
		isOpen = false;
		const second = await server.next();
		assert.equal(promptOf(second), '');
		second.start();
		second.finish();
		const third = await server.next();
		assert.equal(promptOf(third), 'two');
		third.start();
		third.finish();
		await eventually(turns, [
			['complete', ''],
			['complete', ''],
			['complete', ''],
		]);
		assert.deepEqual(latest().queued, []);
	});

	it('sends the prompts that an open turn held back before a new one', async t => {
		const {server, latest} = await open(t, {isTurnOpen: () => true});
		latest().send({prompt: 'one'});
		latest().send({prompt: 'two'});
		const first = await server.next();
		first.start();
		first.finish();
		await eventually(() => latest().isAnswering(), false);
		latest().send({prompt: 'three'});
		assert.equal(promptOf(await server.next()), 'two');
		await eventually(() => latest().queued, ['three']);
	});

	it('continues with the queue after a failed answer, and keeps the partial answer', async t => {
		const {server, latest, turns} = await open(t);
		latest().send({prompt: 'one'});
		latest().send({prompt: 'two'});
		const first = await server.next();
		first.start();
		first.text('half');
		first.event({type: 'error', error: {type: 'overloaded_error', message: 'Overloaded'}});
		const second = await server.next();
		second.refuse(400, '{"type":"error","error":{"type":"invalid_request_error","message":"No"}}');
		await eventually(turns, [
			['failed', 'half'],
			['failed', ''],
		]);
		assert.equal(latest().latest?.end?.error?.kind, 'invalid_request_error');
		await eventually(() => latest().isAnswering(), false);
	});

	it('stops the answer when it is interrupted, and returns the prompts that waited', async t => {
		const {server, latest, turns} = await open(t);
		assert.deepEqual(latest().interrupt(), []);
		latest().send({prompt: 'one'});
		latest().send({prompt: 'two'});
		const answer = await server.next();
		answer.start();
		answer.text('half');
		await eventually(turns, [['streaming', 'half']]);

		assert.deepEqual(latest().interrupt(), ['two']);
		await answer.closed;
		await eventually(turns, [['aborted', 'half']]);
		await eventually(() => latest().queued, []);
		await eventually(() => latest().isAnswering(), false);

		latest().send({prompt: 'three'});
		assert.equal(promptOf(await server.next()), 'three');
	});

	it('stops the answer when the screen is gone', async t => {
		const {server, latest, unmount} = await open(t);
		latest().send({prompt: 'one'});
		const answer = await server.next();
		answer.start();
		unmount();
		await answer.closed;
	});

	it('draws many events at once, and the last ones for certain', async t => {
		const {server, latest, turns, values} = await open(t, {frame: 100});
		latest().send({prompt: 'count'});
		const answer = await server.next();
		answer.start();
		const numbers = Array.from({length: 500}, (_, index) => `${index} `);
		for (const number of numbers) {
			answer.text(number);
		}

		answer.finish();
		await eventually(turns, [['complete', numbers.join('')]]);
		assert.ok(values.length < 100, `${values.length} renders`);
	});

	it('returns the turns, every event of the wire with the pings that the SDK drops, and the message as it grows', async t => {
		const {server, latest} = await open(t);
		latest().send({prompt: 'Cats?'});
		const answer = await server.next();
		answer.start();
		answer.event({type: 'ping'});
		answer.text('Cats ');
		await eventually(() => Object(latest().message).content, [{type: 'text', text: 'Cats '}]);
		const {events, yielded} = latest();
		assert.deepEqual(
			Array.from({length: events.length}, (_, position) => {
				const event = events.at(position);
				return event?.type === 'sse' ? event.event : event?.type;
			}),
			['request', 'response', 'message_start', 'content_block_start', 'ping', 'content_block_delta'],
		);
		assert.equal(events.at(events.length), undefined);
		assert.ok(yielded <= 3, `${yielded} were yielded`);

		answer.text('purr.');
		answer.finish();
		await eventually(() => latest().phase, 'complete');
		// The very message that the SDK's finalMessage() gave.
		assert.equal(latest().message, latest().latest?.end?.message);
		assert.deepEqual(Object(latest().message).content, [{type: 'text', text: 'Cats purr.'}]);
		assert.equal(latest().history.length, 1);
		// The events that were handed out are still those of that frame.
		assert.equal(events.length, 6);
	});

	it('draws once more when the SDK has reached an event, so that its verdict is shown', async t => {
		const {server, latest, lane, trace} = await open(t);
		latest().send({prompt: 'Cats?'});
		const answer = await server.next();
		answer.start();
		await eventually(() => latest().yielded, 2);
		await eventually(() => lane.at(trace.length - 1).verdict, 'yielded');
	});

	it('renders nothing and returns the same value while nothing arrives', async t => {
		const {latest, values, render} = await open(t);
		const before = latest();
		render(undefined);
		await eventually(() => values.length > 1, true);
		assert.equal(latest(), before);
	});
});
