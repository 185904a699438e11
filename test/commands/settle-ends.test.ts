import assert from 'node:assert/strict';
import {test} from 'node:test';
import {settleEnds} from '../../source/commands/settle-ends.js';
import {messageOf} from '../../source/messages/message-snapshot.js';
import {openTraceSource} from '../../source/recording/open-trace-source.js';
import {foldTrace} from '../../source/trace/fold-trace.js';
import {lastItem} from '../../source/trace/persistent-list.js';
import {encodeSse} from '../../source/wire/encode-sse.js';
import {
	errorEvent,
	message,
	messageStart,
	type SampleEvent,
	textBlock,
	toWire,
} from '../messages/conformance/sample-stream.js';

const capture = async (...events: readonly SampleEvent[]) => {
	const source = await openTraceSource([events.map(event => encodeSse(toWire(event))).join('')]);
	return {imported: source.events, ended: await settleEnds(source)};
};

const endOf = (events: Awaited<ReturnType<typeof capture>>['ended']) => {
	const last = events.at(-1);
	assert.ok(last?.type === 'end');
	return last;
};

test('a captured stream that the SDK reads to its end is complete, with the SDK’s message', async () => {
	const {imported, ended} = await capture(...message(...textBlock(0)));
	const end = endOf(ended);
	assert.equal(end.outcome, 'complete');
	const own = lastItem(foldTrace(imported).exchanges)?.message;
	assert.ok(own);
	assert.deepEqual(end.message, JSON.parse(JSON.stringify(messageOf(own))));
	assert.deepEqual({...end, message: null}, endOf(imported));
});

test('a captured stream at which the SDK throws has failed, though it ends with message_stop', async () => {
	const {imported, ended} = await capture(messageStart(), ...message(...textBlock(0)));
	assert.equal(endOf(imported).outcome, 'complete');
	const end = endOf(ended);
	assert.equal(end.outcome, 'failed');
	assert.equal(end.message, null);
	assert.match(end.error?.detail ?? '', /message_start/);
	assert.deepEqual(ended.slice(0, -1), imported.slice(0, -1));
});

test('what a capture says of its failure stays', async () => {
	const {imported, ended} = await capture(messageStart(), errorEvent);
	assert.equal(endOf(imported).outcome, 'failed');
	assert.deepEqual(ended, imported);
});

test('a capture that takes the SDK long is left as it is', async () => {
	const events = Array.from({length: 7000}, () => textBlock(0)).flat();
	const {imported, ended} = await capture(...message(...events));
	assert.equal(ended, imported);
});
