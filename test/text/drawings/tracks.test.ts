import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {tracks} from '../../../source/text/drawings/tracks.js';
import {assertFits, inRole, plain} from './drawn.js';

const stream = {
	blocks: [
		{label: '0 thinking', role: 'thinking_delta', start: 100, stop: 390, deltas: [150, 160, 170, 250]},
		{label: '1 fallback', start: 420, stop: 420, deltas: []},
		{label: '2 text', role: 'text_delta', start: 450, stop: null, deltas: [500, 600, 640, 700]},
	],
	pings: [120, 520],
	errors: [980],
	from: 0,
	to: 1000,
	playhead: null,
};

describe('tracks', () => {
	it('draws a track per block, shaded by its deltas, above the wire marks and the times', () => {
		assert.deepEqual(plain(tracks({...stream, width: 51, height: 10})), [
			'0 thinking     ├─█───▒────┤',
			'1 fallback                 │',
			'2 text                       ├─▒───▒▒──▒───────────',
			'           ────•───────────────•──────────────────✕',
			'           0 ms                              1.00 s',
		]);
	});

	it('has an ASCII form', () => {
		const rows = plain(tracks({...stream, playhead: 300, width: 51, height: 10, isAscii: true}));
		assert.deepEqual(rows, [
			'0 thinking     [-#---:----]',
			'1 fallback                 |',
			'2 text                       [-:---::--:-----------',
			'           ----o-------^-------o------------------x',
			'           0 ms                              1.00 s',
		]);
	});

	it('styles a block by its role up to the playhead and dims it after', () => {
		const rows = tracks({...stream, playhead: 200, width: 51, height: 10});
		assert.equal(inRole(rows, 'thinking_delta'), '█');
		assert.equal(inRole(rows, 'text_delta'), '');
		assert.equal(inRole(rows, 'accent'), '▲');
		assert.ok(inRole(rows, 'dim').includes('▒───▒▒──▒'));
	});

	it('lets blocks share tracks if there are more blocks than rows, and omits none', () => {
		const rows = plain(tracks({...stream, width: 51, height: 3}));
		assert.deepEqual(rows.slice(0, 1), ['0 thinking +2    ├─█▒──▒────┤│├─▒───▒▒─▒───────────']);
		assert.equal(rows.length, 3);
	});

	it('shows a delta that arrived after its block had stopped', () => {
		const blocks = [{label: '0', role: 'text_delta', start: 0, stop: 10, deltas: [5, 900]}];
		const rows = tracks({...stream, blocks, width: 20, height: 3});
		assert.equal(inRole(rows, 'text_delta'), '██');
	});

	it('shows the most important of marks in one cell: an error, then the playhead, then a ping', () => {
		const at = (marks: object) => plain(tracks({...stream, ...marks, blocks: [], width: 3, height: 3}))[0];
		assert.equal(at({pings: [500], errors: [500], playhead: 500}), '─✕─');
		assert.equal(at({pings: [500], errors: [], playhead: 500}), '─▲─');
		assert.equal(at({pings: [500], errors: []}), '─•─');
	});

	it('draws an empty stream', () => {
		const rows = tracks({...stream, blocks: [], pings: [], errors: [], from: 0, to: 0, width: 14, height: 5});
		assert.deepEqual(plain(rows), ['──────────────', '0 ms      0 ms']);
	});

	it('shades a million deltas', () => {
		const deltas = Float64Array.from({length: 1_000_000}, (_, index) => index / 1000);
		const rows = tracks({
			...stream,
			blocks: [{label: 'x', role: 'bar', start: 0, stop: 1000, deltas}],
			width: 22,
			height: 3,
		});
		assert.equal(inRole(rows, 'bar'), '█'.repeat(20));
	});

	it('fits into any size, and shows errors and deltas if there is a row for them', () => {
		const time = fc.double({min: -100, max: 2000, noNaN: true});
		const block = fc.record({
			label: fc.string({unit: 'grapheme', maxLength: 30}),
			role: fc.constant('text_delta'),
			start: time,
			stop: fc.option(time),
			deltas: fc.array(time, {maxLength: 20}),
		});
		const options = fc.record({
			blocks: fc.array(block, {maxLength: 30}),
			pings: fc.array(time, {maxLength: 5}),
			errors: fc.array(time, {maxLength: 2}),
			playhead: fc.constant(null),
			width: fc.integer({min: 1, max: 120}),
			height: fc.integer({min: 1, max: 12}),
			labelWidth: fc.integer({min: 0, max: 30}),
			isAscii: fc.boolean(),
		});
		fc.assert(
			fc.property(options, some => {
				const rows = tracks({...some, from: 0, to: 1000});
				assertFits(rows, some);
				const hasWire = some.height > 1 || some.blocks.length === 0;
				assert.equal(inRole(rows, 'error') !== '', hasWire && some.errors.length > 0);
				const hasDeltas = some.blocks.some(({deltas}) => deltas.length > 0);
				assert.equal(inRole(rows, 'text_delta') !== '', hasDeltas);
			}),
		);
	});
});
