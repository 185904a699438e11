import assert from 'node:assert/strict';
import {test} from 'node:test';
import {build} from 'esbuild';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {LateNumberFormat, LateSegmenter} from '../../scripts/late-intl.mjs';
import {soonerStart} from '../../scripts/sooner-start.mjs';

type Changed = {
	readonly stringWidth: typeof stringWidth;
	readonly yoga: {
		readonly Node: {
			create(): {setWidth(width: number): void; calculateLayout(): void; getComputedWidth(): number};
		};
	};
};

/** The packages as they are in the bundle. */
const changedPackages = async (): Promise<Changed> => {
	const {outputFiles} = await build({
		stdin: {
			contents:
				"export {default as stringWidth} from 'string-width'; export {default as yoga} from 'yoga-layout';",
			resolveDir: import.meta.dirname,
		},
		bundle: true,
		format: 'esm',
		platform: 'node',
		write: false,
		plugins: [soonerStart],
	});
	return import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
};

const emoji = [
	'😀',
	'☝',
	'☝🏻',
	'☝️',
	'👩‍👩‍👧',
	'🏴󠁧󠁢󠁥󠁮󠁧󠁿',
	'🇩🇪',
	'#️⃣',
	'#⃣',
	'❤',
	'❤️',
	'❤️‍🔥',
	'👁️‍🗨️',
	'⌚',
	'🅰',
	'🅰️',
	'🀄',
];

test('string-width measures the same in the bundle: every emoji with and without a selector, and random text', async () => {
	const {stringWidth: changed} = await changedPackages();
	for (let code = 0; code <= 0x1_ff_ff; code++) {
		const character = String.fromCodePoint(code);
		if (!/\p{Emoji}/u.test(character)) {
			continue;
		}

		for (const text of [character, `${character}\uFE0F`, `${character}\u{1F3FD}`]) {
			if (changed(text) !== stringWidth(text)) {
				assert.fail(`${JSON.stringify(text)} is ${changed(text)} cells wide, not ${stringWidth(text)}`);
			}
		}
	}

	const texts = fc
		.array(fc.oneof(fc.constantFrom(...emoji), fc.string({unit: 'binary'})), {maxLength: 8})
		.map(parts => parts.join(''));
	fc.assert(fc.property(texts, text => changed(text) === stringWidth(text)));
});

test('Yoga lays out in the bundle without a fetch', async t => {
	const fetches = t.mock.method(globalThis, 'fetch');
	const {yoga} = await changedPackages();
	const node = yoga.Node.create();
	node.setWidth(7);
	node.calculateLayout();
	assert.equal(node.getComputedWidth(), 7);
	assert.equal(fetches.mock.callCount(), 0);
});

test('the late classes of Intl answer like the real ones', () => {
	const text = 'añ👩‍👩‍👧 b';
	assert.deepEqual([...new LateSegmenter().segment(text)], [...new Intl.Segmenter().segment(text)]);
	const words = {granularity: 'word'} as const;
	assert.deepEqual(
		[...new LateSegmenter(undefined, words).segment(text)],
		[...new Intl.Segmenter(undefined, words).segment(text)],
	);
	assert.equal(new LateNumberFormat('en-US', {maximumFractionDigits: 0}).format(12345.6), '12,346');
});
