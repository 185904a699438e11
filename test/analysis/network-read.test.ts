import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {networkRead} from '../../source/analysis/network-read.js';
import {encodeSse} from '../../source/wire/encode-sse.js';
import {arbitraryEvents} from '../helpers/arbitrary-trace.js';
import {complete, tracedStream} from '../helpers/traced-stream.js';
import {blockStart, blockStop, message, text} from '../messages/conformance/sample-stream.js';

const events = [
	...tracedStream(message(blockStart(0), text(0, 'é'), text(0, 'b'), text(0, 'c'), blockStop(0)), {
		perRead: 3,
	}),
	complete(900),
];

test('a read has the events that it completed, their bytes, and its neighbours', () => {
	const read = networkRead(events, 6);
	assert.deepEqual(
		read?.events.map(({position}) => position),
		[5, 6, 7],
	);
	assert.deepEqual(
		[read?.read, read?.at, read?.before, read?.after],
		[2, 140, {read: 1, at: 110}, {read: 3, at: 170}],
	);
	const wire = [5, 6, 7]
		.map(position => events[position])
		.map(event => (event?.type === 'sse' ? encodeSse(event) : ''));
	assert.deepEqual(
		read?.events.map(one => one.wire),
		wire,
	);
	assert.equal(read?.bytes, Buffer.byteLength(wire.join('')));
});

test('what is no event of a stream has no read', () => {
	assert.equal(networkRead(events, 0), null);
	assert.equal(networkRead(events, events.length - 1), null);
	assert.equal(networkRead(events, events.length), null);
});

test('events of other exchanges between do not count', () => {
	const other = tracedStream(message(), {exchange: 2, perRead: 100});
	const mixed = events.flatMap((event, index) => [event, other[index % other.length] ?? event]);
	assert.deepEqual(
		networkRead(mixed, 12)?.events.map(({position}) => position),
		[10, 12, 14],
	);
});

test('of a very long read, only events near the chosen one are kept, but all are counted', () => {
	const many = tracedStream(
		Array.from({length: 1000}, (_, index) => text(0, `${index}`)),
		{perRead: 1000},
	);
	const read = networkRead(many, 500);
	assert.equal(read?.count, 1000);
	assert.equal(read?.events.length, 51);
	assert.ok(read?.events.some(({position}) => position === 500));
	assert.ok((read?.bytes ?? 0) > 50_000);
});

test('any event of a read gives the same read', () => {
	fc.assert(
		fc.property(arbitraryEvents, trace => {
			for (const [position, event] of trace.entries()) {
				const read = networkRead(trace, position);
				assert.equal(read === null, event.type !== 'sse');
				for (const one of read?.events ?? []) {
					assert.equal(networkRead(trace, one.position)?.bytes, read?.bytes);
				}
			}
		}),
	);
});
