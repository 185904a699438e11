import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {createInputAssembler, nearPatience} from '../../../source/ui/terminal/input-assembler.js';
import {type MouseReport, mouseReportOf} from '../../../source/ui/terminal/mouse-reports.js';

/** What comes out of chunks that go in one after the other, in time. */
const divided = (chunks: readonly string[]) => {
	const reports: MouseReport[] = [];
	const assembler = createInputAssembler(nearPatience, sequence => {
		const report = mouseReportOf(sequence);
		reports.push(...(report === null ? [] : [report]));
		return report !== null;
	});
	const rest = chunks.map(chunk => assembler.push(chunk)).join('');
	return {rest: rest + (assembler.wait() === null ? '' : assembler.flush()), reports};
};

describe('the reports of the mouse', () => {
	it('tell presses, releases and the wheel, at cells counted from 0', () => {
		const sequences = ['\u001B[<0;1;1M', '\u001B[<0;1;1m', '\u001B[<64;200;50M', '\u001B[<65;10;5M'];
		assert.deepEqual(sequences.map(mouseReportOf), [
			{kind: 'press', x: 0, y: 0},
			{kind: 'release', x: 0, y: 0},
			{kind: 'wheel-up', x: 199, y: 49},
			{kind: 'wheel-down', x: 9, y: 4},
		]);
	});

	it('do not mind modifiers; other buttons and motion are of no use', () => {
		const kind = (button: number) => mouseReportOf(`\u001B[<${button};3;3M`)?.kind;
		assert.equal(kind(0 + 4 + 16), 'press');
		assert.equal(kind(64 + 8), 'wheel-up');
		for (const button of [1, 2, 33, 35, 66, 67, 128]) {
			assert.equal(kind(button), 'other', String(button));
		}
	});

	it('are no keys, and keys are no reports', () => {
		for (const key of ['a', '\u001B', '\u001B[A', '\u001B[1;5C', '[<0;1;1M', '\u001BOP', 'é👍']) {
			assert.equal(mouseReportOf(key), null, JSON.stringify(key));
		}
	});

	it('of a terminal that knows only the oldest form type nothing, wherever they are cut', () => {
		const report = '\u001B[M !!';
		for (let cut = 0; cut <= report.length; cut++) {
			const pieces = [`a${report.slice(0, cut)}`, `${report.slice(cut)}b`];
			assert.deepEqual(divided(pieces), {rest: 'ab', reports: []});
		}
	});

	it('that are pasted do nothing', () => {
		const pasted = '\u001B[200~\u001B[<0;1;1M\u001B[201~';
		assert.deepEqual(divided([pasted]), {rest: pasted, reports: []});
		assert.deepEqual(divided([pasted.slice(0, 9), pasted.slice(9)]), {rest: pasted, reports: []});
	});

	it('are found among any keys, wherever the reads are cut', () => {
		const key = fc.constantFrom('a', 'm', 'M', '<', ';', '0', '\u001B[5~', '\r', 'ü', '👍');
		const mouse = fc.record(
			{
				kind: fc.constantFrom<MouseReport['kind']>('press', 'drag', 'release', 'wheel-up', 'wheel-down'),
				x: fc.nat(400),
				y: fc.nat(200),
			},
			{noNullPrototype: true},
		);
		const encode = ({kind, x, y}: MouseReport) => {
			const button = {press: 0, drag: 32, release: 0, 'wheel-up': 64, 'wheel-down': 65, other: 3}[kind];
			return `\u001B[<${button};${x + 1};${y + 1}${kind === 'release' ? 'm' : 'M'}`;
		};
		const cut = (text: string, places: readonly number[]) => {
			const sorted = [...new Set(places.map(place => place % (text.length + 1)))].sort((a, b) => a - b);
			return [...sorted, text.length].map((end, index) => text.slice(sorted[index - 1] ?? 0, end));
		};

		fc.assert(
			fc.property(fc.array(fc.oneof(key, mouse)), fc.array(fc.nat(), {maxLength: 8}), (items, places) => {
				const text = items.map(item => (typeof item === 'string' ? item : encode(item))).join('');
				assert.deepEqual(divided(cut(text, places)), {
					rest: items.filter(item => typeof item === 'string').join(''),
					reports: items.filter(item => typeof item !== 'string'),
				});
			}),
		);
	});
});
