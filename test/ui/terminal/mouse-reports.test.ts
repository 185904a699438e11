import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {createMouseFilter, type MouseReport} from '../../../source/ui/terminal/mouse-reports.js';

/** What comes out of chunks that go in one after the other. */
const filtered = (chunks: readonly string[]) => {
	const filter = createMouseFilter();
	const out = chunks.map(filter);
	return {rest: out.map(({rest}) => rest).join(''), reports: out.flatMap(({reports}) => reports)};
};

describe('the filter for mouse reports', () => {
	it('tells presses, releases and the wheel, at cells counted from 0', () => {
		const chunk = '\u001B[<0;1;1M\u001B[<0;1;1m\u001B[<64;200;50M\u001B[<65;10;5M';
		assert.deepEqual(filtered([chunk]), {
			rest: '',
			reports: [
				{kind: 'press', x: 0, y: 0},
				{kind: 'release', x: 0, y: 0},
				{kind: 'wheel-up', x: 199, y: 49},
				{kind: 'wheel-down', x: 9, y: 4},
			],
		});
	});

	it('does not mind modifiers, and takes other buttons and motion for nothing', () => {
		const kinds = (button: number) => filtered([`\u001B[<${button};3;3M`]).reports.map(({kind}) => kind);
		assert.deepEqual(kinds(0 + 4 + 16), ['press']);
		assert.deepEqual(kinds(64 + 8), ['wheel-up']);
		for (const button of [1, 2, 33, 35, 66, 67, 128]) {
			assert.deepEqual(kinds(button), ['other'], String(button));
		}
	});

	it('leaves keys as they are, among them those that begin like a report', () => {
		const keys = ['a', '\u001B', '\u001B[A', '\u001B[1;5C', '\u001B[27;5;13~', '[<0;1;1M', '\u001BOP', 'é👍'];
		assert.deepEqual(filtered(keys), {rest: keys.join(''), reports: []});
	});

	it('finds every report among any keys, wherever the reads are cut', () => {
		const key = fc.constantFrom('a', 'm', 'M', '<', ';', '0', '\u001B[A', '\u001B[5~', '\r', 'ü', '👍');
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
			// A cut inside the first two characters could be the Escape key: Ink joins those itself.
			const sorted = [...new Set(places.map(place => place % (text.length + 1)))]
				.filter(place => !/\u001B\[?$/.test(text.slice(0, place)))
				.sort((a, b) => a - b);
			return [...sorted, text.length].map((end, index) => text.slice(sorted[index - 1] ?? 0, end));
		};

		fc.assert(
			fc.property(fc.array(fc.oneof(key, mouse)), fc.array(fc.nat(), {maxLength: 8}), (items, places) => {
				const text = items.map(item => (typeof item === 'string' ? item : encode(item))).join('');
				assert.deepEqual(filtered(cut(text, places)), {
					rest: items.filter(item => typeof item === 'string').join(''),
					reports: items.filter(item => typeof item !== 'string'),
				});
			}),
		);
	});
});
