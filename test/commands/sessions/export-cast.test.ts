import assert from 'node:assert/strict';
import {test} from 'node:test';
import {exportCast} from '../../../source/commands/sessions/export-cast.js';
import {encodeRecording} from '../../../source/recording/encode-recording.js';
import {openTraceSource} from '../../../source/recording/open-trace-source.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {message, ping} from '../../messages/conformance/sample-stream.js';

const events = [...tracedStream(message(ping)), complete(900)];
const others = [
	{before: 0, line: {type: 'bookmark', event: 3, note: 'here it begins'}},
	{before: 0, line: {type: 'bookmark', event: 6}},
];
const header = {
	type: 'recording',
	version: 2,
	app: 'streamscope/0.1.0',
	startedAt: '',
	mode: 'demo',
	title: null,
} as const;

const castOf = async (flags: Parameters<typeof exportCast>[2]) => {
	const source = await openTraceSource([...encodeRecording({header, events, others})]);
	return [...(await exportCast('a.ndjson', source, flags))].slice(1);
};

test('a cast begins and ends at a bookmark, and its notes are captions', async () => {
	const whole = await castOf({});
	assert.match(whole[0] ?? '', /0\/\d+/);
	assert.ok(whole.some(frame => frame.includes('◈ here it begins')));
	const part = await castOf({from: 'b1', until: 'b2'});
	assert.match(part[0] ?? '', new RegExp(`3/${events.length}`));
	assert.match(part[0] ?? '', /◈ here it begins/);
	assert.match(part.at(-1) ?? '', new RegExp(`6/${events.length}`));
});

test('a cast can show one event at a time, as the player presents it', async () => {
	const part = await castOf({from: 'b1', until: 'b2', present: true});
	assert.match(part[0] ?? '', /Event .*3 of \d+/);
	assert.match(part[0] ?? '', /Opens the message/);
	assert.doesNotMatch((await castOf({from: 'b1'}))[0] ?? '', /Opens the message/);
});

test('a place that the recording does not have is refused', async () => {
	await assert.rejects(castOf({until: 'b3'}), /--until "b3" is not in the trace/);
});
