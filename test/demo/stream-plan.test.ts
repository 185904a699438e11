import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {SceneOutcome} from '../../source/demo/answer.js';
import {createId} from '../../source/demo/create-id.js';
import {buildMessage} from '../../source/demo/demo-message.js';
import {readMessagesRequest} from '../../source/demo/messages-request.js';
import type {PlannedResponse} from '../../source/demo/planned-response.js';
import {createRandom} from '../../source/demo/random.js';
import {type DemoScenarioName, demoScenarios} from '../../source/demo/scenario-names.js';
import {scenarios} from '../../source/demo/scenarios/scenarios.js';
import {planDuration, planStream} from '../../source/demo/stream-plan.js';
import {ask} from './demo-client.js';

type Options = {readonly prompt?: string; readonly maxTokens?: number};

/** The plan for a conversation that is sent for the third time, when no scenario refuses it. */
function plan(
	name: DemoScenarioName,
	seed: number,
	{prompt = 'essay on the American Revolution', maxTokens = 8192}: Options = {},
): PlannedResponse {
	const request = readMessagesRequest({...ask(prompt), max_tokens: maxTokens});
	assert.ok('messages' in request);
	const random = createRandom(seed, name);
	const ids = createRandom(seed, 'ids');
	const outcome: SceneOutcome = scenarios[name]({
		request,
		occurrence: 6,
		random,
		newId: kind => createId(kind, ids),
	});
	assert.ok(outcome.kind === 'answer');
	return planStream(buildMessage(outcome.answer, request, {random, ids}), {
		random,
		requestId: createId('req', ids),
	});
}

const bodyOf = ({steps}: PlannedResponse) => Buffer.concat(steps.map(({bytes}) => bytes)).toString('utf8');

/** The `data:` lines with the name of their event. */
function eventsOf(body: string) {
	return [...body.matchAll(/^event: (.*)\ndata: (.*)\n\n/gm)].map(([, event = '', data = '']) => ({
		event,
		data,
	}));
}

const valid = demoScenarios.map(({name}) => name).filter(name => name !== 'cut-off' && name !== 'malformed');

for (const name of valid) {
	test(`every stream of ${name} is valid, whatever the seed and the limit`, () => {
		fc.assert(
			fc.property(fc.nat(), fc.integer({min: 1, max: 700}), (seed, maxTokens) => {
				checkStream(bodyOf(plan(name, seed, {prompt: 'hello', maxTokens})));
			}),
			{numRuns: name === 'long' ? 3 : 25},
		);
	});
}

/** Order, indices, names and cumulative usage, as the API keeps them. */
function checkStream(body: string): void {
	const raw = eventsOf(body);
	assert.equal(raw.map(({event, data}) => `event: ${event}\ndata: ${data}\n\n`).join(''), body);
	const events = raw.map(({event, data}) => {
		const parsed = JSON.parse(data);
		assert.equal(parsed.type, event);
		return parsed;
	});
	const messages = events.filter(({type}) => type !== 'ping');
	assert.ok(events.length > messages.length, 'no ping');
	assert.equal(messages[0].type, 'message_start');
	assert.deepEqual(
		messages.slice(-2).map(({type}) => type),
		['message_delta', 'message_stop'],
	);

	let open: number | undefined;
	let next = 0;
	for (const {type, index} of messages.slice(1, -2)) {
		if (type === 'content_block_start') {
			assert.deepEqual([open, index], [undefined, next]);
			open = next++;
		} else {
			assert.equal(index, open);
			open = type === 'content_block_stop' ? undefined : open;
		}
	}

	assert.equal(open, undefined);
	const [first, last] = [messages[0].message.usage, messages.at(-2).usage];
	assert.ok(last.output_tokens >= first.output_tokens && first.output_tokens >= 1);
	assert.ok(last.input_tokens >= first.input_tokens);
}

test('the same seed gives the same bytes and delays, another seed others', () => {
	for (const {name} of demoScenarios) {
		assert.deepEqual(plan(name, 1), plan(name, 1));
		assert.notDeepEqual(plan(name, 1), plan(name, 2));
	}
});

test('about nine data lines in ten are padded with one to fifteen spaces, and pings never', () => {
	const events = eventsOf(bodyOf(plan('long', 3)));
	const padding = events
		.filter(({event}) => event !== 'ping')
		.map(({data}) => / *(?=\}$)/.exec(data)?.[0].length ?? 0);
	const padded = padding.filter(spaces => spaces > 0);
	const share = padded.length / padding.length;
	assert.ok(share > 0.86 && share < 0.92, `${share}`);
	assert.deepEqual([Math.min(...padded), Math.max(...padded)], [1, 15]);
	assert.deepEqual(
		events.filter(({event}) => event === 'ping').map(({data}) => data),
		['{"type": "ping"}'],
	);
});

test('the ping is mostly the third event', () => {
	const third = seeds(100).filter(
		seed => eventsOf(bodyOf(plan('chat', seed, {prompt: 'sonnet'})))[2]?.event === 'ping',
	);
	assert.ok(third.length > 70 && third.length < 97, `${third.length}`);
});

test('text deltas are about as long as real ones', () => {
	const lengths = seeds(20)
		.flatMap(seed => eventsOf(bodyOf(plan('chat', seed))))
		.filter(({event}) => event === 'content_block_delta')
		.map(({data}) => JSON.parse(data).delta.text.length)
		.sort((a, b) => a - b);
	const quantile = (share: number) => lengths[Math.floor(lengths.length * share)];
	const [p50, p90, p99] = [quantile(0.5), quantile(0.9), quantile(0.99)];
	assert.ok(p50 >= 7 && p50 <= 11, `p50 ${p50}`);
	assert.ok(p90 >= 24 && p90 <= 32, `p90 ${p90}`);
	assert.ok(p99 >= 75 && p99 <= 110, `p99 ${p99}`);
	assert.ok(Math.max(...lengths) <= 205);
});

test('tool JSON begins with an empty delta and goes on in small ones', () => {
	const pieces = eventsOf(bodyOf(plan('tools', 1)))
		.filter(({data}) => data.includes('input_json_delta'))
		.map(({data}) => JSON.parse(data).delta.partial_json);
	assert.equal(pieces[0], '');
	assert.ok(pieces.every(piece => piece.length <= 17));
});

test('the time to the response is about nine tenths of a second in the middle', () => {
	const times = seeds(200)
		.map(seed => plan('refusal', seed).responseMs)
		.sort((a, b) => a - b);
	const median = times[100] ?? 0;
	assert.ok(median > 800 && median < 1100, `${median}`);
	assert.ok((times[0] ?? 0) >= 400 && (times[199] ?? 0) <= 3000);
});

test('smooth streams have a read every 40 to 70 ms; bursty ones stall and then bring several events at once', () => {
	const gaps = (name: DemoScenarioName) =>
		seeds(12).flatMap(seed =>
			plan(name, seed)
				.steps.slice(3, -2)
				.map(({delayMs}) => delayMs),
		);
	assert.ok(gaps('chat').every(delay => delay >= 40 && delay <= 70));
	assert.ok(gaps('slow').every(delay => delay >= 430 && delay <= 520));
});

test('the first words of chat come after about half a second, and those of slow after about three', () => {
	const firstWords = (name: DemoScenarioName) => {
		const times = seeds(100)
			.map(seed => {
				const {responseMs, steps} = plan(name, seed);
				const first = steps.findIndex(({bytes}) => Buffer.from(bytes).toString().includes('text_delta'));
				return steps.slice(0, first + 1).reduce((total, {delayMs}) => total + delayMs, responseMs);
			})
			.sort((a, b) => a - b);
		return {shortest: times[0] ?? 0, longest: times.at(-1) ?? 0};
	};
	const [chat, slow] = [firstWords('chat'), firstWords('slow')];
	assert.ok(chat.shortest >= 350 && chat.longest <= 610, JSON.stringify(chat));
	assert.ok(slow.shortest >= 2500 && slow.longest <= 4200, JSON.stringify(slow));
});

test('hidden-thinking sends estimates and pings for a minute before it answers', () => {
	const {steps} = plan('hidden-thinking', 1);
	const texts = steps.map(({bytes}) => Buffer.from(bytes).toString());
	const signature = texts.findIndex(text => text.includes('signature_delta'));
	const before = texts.slice(0, signature).join('');
	assert.equal(before.match(/"estimated_tokens":128/g)?.length, 24);
	assert.ok((before.match(/event: ping/g)?.length ?? 0) >= 6);
	const seconds = steps.slice(0, signature + 1).reduce((total, {delayMs}) => total + delayMs, 0) / 1000;
	assert.ok(seconds > 58 && seconds < 62, `${seconds}`);
});

test('the first read often ends inside a field name', () => {
	const cut = seeds(50).filter(seed => {
		const [first] = plan('chat', seed, {prompt: 'sonnet'}).steps;
		return Buffer.from(first?.bytes ?? []).toString() === 'event: message_start\nd';
	});
	assert.ok(cut.length > 25 && cut.length < 50, `${cut.length}`);
});

test('stall is silent for ten seconds but for its pings', () => {
	const {steps} = plan('stall', 1);
	const texts = steps.map(({bytes}) => Buffer.from(bytes).toString());
	const pings = texts.flatMap((text, index) =>
		text === 'event: ping\ndata: {"type": "ping"}\n\n' ? [index] : [],
	);
	assert.equal(pings.length, 4);
	const [from = 0, to = 0] = [pings[0], pings.at(-1)];
	assert.equal(to - from, 3);
	const silence = steps.slice(from, to + 2).reduce((total, {delayMs}) => total + delayMs, 0);
	assert.ok(silence >= 9900 && silence <= 10_100, `${silence}`);
});

test('burst brings everything in a few reads', () => {
	assert.ok(plan('burst', 1, {prompt: 'hello'}).steps.length <= 8);
});

test('long takes about a minute', () => {
	const seconds = planDuration(plan('long', 1)) / 1000;
	assert.ok(seconds > 50 && seconds < 70, `${seconds}`);
});

test('unicode has reads that end inside a character', () => {
	const strict = new TextDecoder('utf-8', {fatal: true});
	const inside = plan('unicode', 1).steps.filter(({bytes}) => {
		try {
			strict.decode(bytes);
			return false;
		} catch {
			return true;
		}
	});
	assert.ok(inside.length > 4);
});

test('cut-off ends inside an event and destroys the connection', () => {
	const cut = plan('cut-off', 1);
	assert.equal(cut.ending, 'close');
	assert.ok(!bodyOf(cut).endsWith('\n\n'));
});

function seeds(count: number): number[] {
	return [...Array(count).keys()];
}
