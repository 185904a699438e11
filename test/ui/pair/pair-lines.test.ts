import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import fc from 'fast-check';
import {textWidth} from '../../../source/text/text-width.js';
import {createTheme} from '../../../source/text/theme.js';
import type {Pair} from '../../../source/ui/pair/pair.js';
import {pairLines} from '../../../source/ui/pair/pair-lines.js';
import {samplePair} from './pair-samples.js';

const theme = createTheme('dark', 0, 'dark');

const frame = (pair: Pair, width: number, height: number) =>
	pairLines(pair, {width, height}, theme).map(line => stripVTControlCharacters(line).trimEnd());

const differing = samplePair({by: 'event', lengths: [6, 6], notice: 'difference 1 of 2'});

describe('the screen with two recordings', () => {
	it('stacks the texts on a narrow terminal, with both logs below', () => {
		assert.deepEqual(frame(differing, 80, 20), [
			' streamscope  replay a.ndjson · b.ndjson                       in step by event',
			'─ A: a.ndjson ────────────────────────────────────── differ after 5 characters ─',
			' Cats meow',
			'',
			'',
			'─ B: b.ndjson ────────────────────────────────────── differ after 5 characters ─',
			' Cats purr softly.',
			'',
			'',
			'─ Events 6 of 11 ──────────────────────────────────────────────────── 2 differ ─',
			'  #2 ← response 200 req_1               = #2 ← response 200 req_1',
			'  #3 ● msg_start in 9 out 1 claude-hai… = #3 ● msg_start in 9 out 1 claude-hai…',
			'  #4 ┌ block_start [0] text             = #4 ┌ block_start [0] text',
			'  #5 │ delta [0] "Cats "                = #5 │ delta [0] "Cats "',
			'▶ #6 │ delta [0] "meow "                ≠ #6 │ delta [0] "purr softly."',
			'  #7 │ delta [0] "loudly."              <',
			'  #8 └ block_stop [0]                   = #7 └ block_stop [0]',
			' A ┃──▲┼─────────────────────────────────────────────┃          6/11    140 ms',
			' B ┃────┼─▪──▲──┼────────────────────────────────────┃          6/10    410 ms',
			' ❚❚ 1× · difference 1 of 2       , . step  = by time  n next difference  ? help',
		]);
	});

	it('stands the texts side by side on a wide one', () => {
		const rows = frame(differing, 120, 30);
		assert.match(
			rows[1] ?? '',
			/^─ A: a\.ndjson ─+ differ after 5 characters ─┬─ B: b\.ndjson ─+ differ after/,
		);
		assert.match(rows[2] ?? '', /^ Cats meow +│ Cats purr softly\.$/);
	});

	it('says how far the answers are the same, and which one is ahead', () => {
		const words = (lengths: Pair['lengths']) =>
			/─ ([^─]+) ─$/.exec(frame({...differing, lengths}, 80, 24)[1] ?? '')?.[1];
		assert.equal(words([5, 5]), 'same text so far');
		assert.equal(words([5, 4]), undefined);
		assert.equal(words([6, 5]), 'same text so far, A is ahead');
		assert.equal(words([7, 7]), 'differ after 5 characters');
	});

	it('writes the events of a row one below the other where there is little room', () => {
		const rows = frame(differing, 44, 14);
		assert.ok(rows.includes('▶  ≠ A #6 │ delta [0] "meow "'), rows.join('\n'));
		assert.ok(rows.includes('▶  ≠ B #6 │ delta [0] "purr softly."'), rows.join('\n'));
	});

	it('offers to go by time only where both have times', () => {
		const status = (hasTimes: boolean) =>
			frame({...samplePair({}, hasTimes), by: 'event'}, 120, 24).at(-1) ?? '';
		assert.match(status(true), /= by time/);
		assert.doesNotMatch(status(false), /by time/);
	});

	it('lists its keys on request', () => {
		const rows = frame({...differing, isHelpOpen: true}, 80, 24);
		assert.ok(rows.some(row => /^ = +in step by time, or by event/.test(row)));
	});

	it('fills every terminal exactly, and obeys nothing that a name says', () => {
		fc.assert(
			fc.property(
				fc.integer({min: 40, max: 220}),
				fc.integer({min: 10, max: 60}),
				fc.tuple(fc.nat(11), fc.nat(10)),
				fc.boolean(),
				fc.string({unit: 'binary', maxLength: 30}),
				(width, height, lengths, isHelpOpen, name) => {
					const [left, right] = differing.sides;
					const sides = [{...left, name}, right] as const;
					const lines = pairLines({...differing, sides, lengths, isHelpOpen}, {width, height}, theme);
					assert.equal(lines.length, height);
					for (const line of lines) {
						assert.ok(textWidth(line) <= width);
						assert.doesNotMatch(line, /[\u0000-\u001F\u007F-\u009F]/);
					}
				},
			),
		);
	});
});
