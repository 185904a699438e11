import {Buffer} from 'node:buffer';
import type {StreamStep} from '../cut-reads.js';
import type {PlannedResponse, StreamEnding} from '../planned-response.js';
import type {FaultRule} from './fault.js';

const rule = (
	name: string,
	[unit, usual]: readonly [FaultRule['unit'], number],
	summary: string,
	change: (plan: PlannedResponse, value: number) => PlannedResponse,
): FaultRule => ({
	name,
	unit,
	usual,
	summary,
	stage: 'bytes',
	change: (plan, {value}) => change(plan, value),
});

const none = ['none', 0] as const;

function bytesOf({steps}: PlannedResponse): Buffer {
	return Buffer.concat(steps.map(({bytes}) => bytes));
}

/** The first `length` bytes of a stream, with their times. */
function cutAt(plan: PlannedResponse, length: number, ending: StreamEnding): PlannedResponse {
	const steps: StreamStep[] = [];
	let left = length;
	for (const step of plan.steps) {
		if (left <= 0) {
			break;
		}

		steps.push({...step, bytes: step.bytes.subarray(0, left)});
		left -= step.bytes.length;
	}

	return {...plan, steps, ending};
}

/** The place behind the n-th event: behind its blank line, or the end. A body without events counts as two halves. */
function endOfEvent(bytes: Buffer, count: number): number {
	if (count > 0 && !/\r?\n\r?\n/.test(bytes.toString('latin1'))) {
		return Math.floor(bytes.length / 2);
	}

	let place = 0;
	for (let index = 0; index < count; index++) {
		const blank = bytes
			.subarray(place)
			.toString('latin1')
			.search(/\r?\n\r?\n/);
		if (blank < 0) {
			return bytes.length;
		}

		place += blank + (bytes[place + blank] === 0x0d ? 4 : 2);
	}

	return place;
}

/** The place inside the first character of several bytes, or `null` if all are ASCII. */
function insideCharacter(bytes: Uint8Array): number | null {
	const index = bytes.findIndex(byte => (byte & 0xc0) === 0x80);
	return index < 0 ? null : index;
}

/** One step that ends inside a character becomes two. */
function splitStep({delayMs, bytes}: StreamStep): StreamStep[] {
	const place = insideCharacter(bytes);
	return place === null
		? [{delayMs, bytes}]
		: [
				{delayMs, bytes: bytes.subarray(0, place)},
				{delayMs: 10, bytes: bytes.subarray(place)},
			];
}

/** Faults of the connection: when and how bytes come, and how they end. */
export const byteFaults: readonly FaultRule[] = [
	rule('slow-headers', ['time', 3000], 'The headers come N later.', (plan, value) => ({
		...plan,
		responseMs: plan.responseMs + value,
	})),
	rule('no-headers', none, 'The request is taken, and never answered.', plan => ({
		...plan,
		steps: [],
		ending: 'silent',
	})),
	rule('one-read', none, 'The whole answer comes at once, at its end, as behind a buffering proxy.', plan => {
		const delayMs = plan.steps.reduce((sum, step) => sum + step.delayMs, 0);
		return {...plan, steps: [{delayMs, bytes: bytesOf(plan)}]};
	}),
	rule('drip', ['count', 1], 'N bytes at a time.', (plan, value) => {
		const size = Math.max(1, value);
		return {
			...plan,
			steps: plan.steps.flatMap(({delayMs, bytes}) =>
				Array.from({length: Math.ceil(bytes.length / size)}, (_, index) => ({
					delayMs: index === 0 ? delayMs : 1,
					bytes: bytes.subarray(index * size, (index + 1) * size),
				})),
			),
		};
	}),
	rule('split-characters', none, 'Reads end inside a character of several bytes.', plan => ({
		...plan,
		steps: plan.steps.flatMap(splitStep),
	})),
	rule('cut-after', ['count', 12], 'The connection closes after N events.', (plan, value) =>
		cutAt(plan, endOfEvent(bytesOf(plan), value), 'close'),
	),
	rule('cut-inside', ['count', 12], 'The connection closes inside event N.', (plan, value) => {
		const bytes = bytesOf(plan);
		const start = endOfEvent(bytes, value - 1);
		return cutAt(plan, start + Math.floor((endOfEvent(bytes, value) - start) * 0.6), 'close');
	}),
	rule('cut-character', none, 'The connection closes inside a character of several bytes.', plan => {
		const bytes = bytesOf(plan);
		return cutAt(plan, insideCharacter(bytes) ?? Math.floor(bytes.length / 2), 'close');
	}),
	rule('ends-after', ['count', 12], 'The response ends as if it were whole, after N events.', (plan, value) =>
		cutAt(plan, endOfEvent(bytesOf(plan), value), 'end'),
	),
	rule('reset', ['count', 12], 'The connection is reset after N events.', (plan, value) =>
		cutAt(plan, endOfEvent(bytesOf(plan), value), 'reset'),
	),
	rule(
		'stays-open',
		['count', 12],
		'Nothing comes after N events, and the connection stays open.',
		(plan, value) => cutAt(plan, endOfEvent(bytesOf(plan), value), 'open'),
	),
	rule('never-closes', none, 'The connection stays open after the last event.', plan => ({
		...plan,
		ending: 'open',
	})),
	rule('gzip', none, 'The answer is compressed, each read by itself.', plan => ({...plan, encoding: 'gzip'})),
	rule('wrong-type', none, 'The content type is text/html.', plan => ({
		...plan,
		contentType: 'text/html; charset=utf-8',
	})),
	rule('empty', none, 'Status 200 without a body.', plan => ({...plan, steps: []})),
];
