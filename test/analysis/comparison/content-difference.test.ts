import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	type ComparedStream,
	contentDifference,
} from '../../../source/analysis/comparison/content-difference.js';
import {foldTrace} from '../../../source/trace/fold-trace.js';
import {lastItem} from '../../../source/trace/persistent-list.js';
import {tracedStream} from '../../helpers/traced-stream.js';
import {
	blockStart,
	blockStop,
	json,
	message,
	type SampleEvent,
	text,
	toolStart,
} from '../../messages/conformance/sample-stream.js';

function streamOf(...content: readonly SampleEvent[]): ComparedStream {
	const events = tracedStream(message(...content));
	const view = lastItem(foldTrace(events).exchanges);
	assert.ok(view);
	return {events, view};
}

const prose = (...parts: readonly string[]) => [
	blockStart(0),
	...parts.map(part => text(0, part)),
	blockStop(0),
];
const tool = (...parts: readonly string[]) => [
	toolStart(1),
	...parts.map(part => json(1, part)),
	blockStop(1),
];

test('how the content was cut into events makes no difference', () => {
	const cuts = fc.array(fc.string({unit: 'grapheme', minLength: 1, maxLength: 4}), {minLength: 1});
	fc.assert(
		fc.property(cuts, parts => {
			assert.equal(contentDifference(streamOf(...prose(...parts)), streamOf(...prose(parts.join('')))), null);
		}),
	);
});

test('names the first character that differs, and the events that added it', () => {
	const left = streamOf(...prose('Cats ', 'meow ', 'loudly.'));
	const right = streamOf(...prose('Cats meow', ' at night.'));
	assert.deepEqual(contentDifference(left, right), {
		block: 0,
		offset: 10,
		left: 'loudly.',
		right: 'at night.',
		leftEvent: 7,
		rightEvent: 6,
	});
});

test('a longer text differs where the shorter one ends', () => {
	const difference = contentDifference(streamOf(...prose('Cats')), streamOf(...prose('Cats', ' meow')));
	assert.deepEqual([difference?.offset, difference?.left, difference?.right], [4, '', ' meow']);
});

test('compares tool JSON, even if one stream has all of it in the start', () => {
	const streamed = streamOf(...prose('a'), ...tool('{"city"', ':"Bonn"}'));
	const whole = streamOf(...prose('a'), toolStart(1, {city: 'Bonn'}), blockStop(1));
	const other = streamOf(...prose('a'), ...tool('{"city":"Berlin"}'));
	assert.equal(contentDifference(streamed, whole), null);
	const difference = contentDifference(streamed, other);
	assert.deepEqual([difference?.block, difference?.offset, difference?.leftEvent], [1, 10, 9]);
});

test('a block of another kind, or one that is missing, is a difference', () => {
	const left = streamOf(...prose('a'));
	assert.deepEqual(contentDifference(left, streamOf(...prose('a'), ...tool('{}'))), {
		block: 1,
		offset: null,
		left: null,
		right: 'tool_use',
		leftEvent: null,
		rightEvent: 7,
	});
	const difference = contentDifference(
		left,
		streamOf(blockStart(0, {type: 'thinking', thinking: ''}), blockStop(0)),
	);
	assert.deepEqual([difference?.left, difference?.right], ['text', 'thinking']);
});
