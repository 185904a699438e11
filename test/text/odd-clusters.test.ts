import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {clusterKinds, drawOddClusters, type OddClusters} from '../../source/text/odd-clusters.js';
import {paintRow} from '../../source/text/paint.js';
import {segment} from '../../source/text/segment.js';
import {textWidth} from '../../source/text/text-width.js';
import {createTheme} from '../../source/text/theme.js';

const all = new Set(clusterKinds);
const emoji = [
	'👨‍👩‍👧',
	'👩🏽‍🚀',
	'👍🏽',
	'☝🏽',
	'🇩🇪',
	'❤️',
	'❤️‍🔥',
	'🏳️‍🌈',
	'🏴󠁧󠁢󠁥󠁮󠁧󠁿',
	'1️⃣',
	'#️⃣',
	'👁️‍🗨️',
	'✈️',
	'🙂',
] as const;

/** The cells of a text in a terminal that adds up its code points, as xterm does. */
const cellsByCodePoint = (text: string): number =>
	[...text].reduce((sum, character) => {
		const point = character.codePointAt(0) ?? 0;
		return /[\p{Mark}\p{Format}]/u.test(character) || point === 0xfe_0f
			? sum
			: sum + (/\p{Regional_Indicator}/u.test(character) ? 1 : textWidth(character));
	}, 0);

test('each kind of cluster has a form for terminals that add up code points', () => {
	assert.deepEqual(
		emoji.map(cluster => drawOddClusters(cluster, all)),
		['👨', '👩', '👍', '☝ ', 'DE', '❤ ', '❤ ', '🏳 ', '🏴', '1 ', '# ', '👁 ', '✈ ', '🙂'],
	);
});

test('only the kinds that the terminal draws in its own way are replaced', () => {
	assert.equal(drawOddClusters('👍🏽 🇩🇪 1️⃣', new Set(['skin tone'])), '👍 🇩🇪 1️⃣');
	assert.equal(drawOddClusters('👍🏽 🇩🇪 1️⃣', new Set()), '👍🏽 🇩🇪 1️⃣');
});

test('text of scripts that join letters is left as it is', () => {
	for (const text of ['क्‍ष', 'می‌خواهم', '葛󠄀', 'é', '1', '5 * #']) {
		assert.equal(drawOddClusters(text, all), text);
	}
});

test('a painted row takes exactly its cells in both kinds of terminal, at every width', () => {
	const theme = createTheme('dark', 0);
	const words = fc.array(fc.constantFrom(...emoji, 'a', ' ', '漢', 'é', '1', '#'), {maxLength: 30});
	fc.assert(
		fc.property(words, fc.integer({min: 1, max: 40}), (pieces, width) => {
			const row = paintRow([segment(pieces.join(''))], width, theme);
			assert.equal(textWidth(row), width);
			const drawn = drawOddClusters(row, all);
			assert.equal(textWidth(drawn), width);
			assert.equal(cellsByCodePoint(drawn), width, drawn);
		}),
	);
});

test('a terminal that takes two cells for ambiguous signs gets frames, arrows and accents of one', () => {
	const wide: OddClusters = new Set(['ambiguous']);
	assert.equal(
		drawOddClusters('┌─ Café · 1–8 of 20 ↓ ─┐ █▄▁ “ü” … Привет', wide),
		'+- Cafe\u0301 . 1-8 of 20 v -+ #:. "u\u0308" ~ Привет',
	);
	assert.equal(drawOddClusters('┌─ 👍🏽', wide), '+- 👍🏽');
	assert.equal(drawOddClusters('┌─ 👍🏽', all), '┌─ 👍');
});

test('a form of an ambiguous sign takes one cell, and nothing else does', () => {
	for (const sign of '─│┼█▌·…→←↑↓“”‘’–—●■◆éüñΔΣ') {
		const drawn = drawOddClusters(sign, new Set(['ambiguous']));
		assert.equal(textWidth(drawn), 1, sign);
		assert.match(drawn, /^[\u0020-\u007E][\u0300-\u036F]?$/, sign);
	}
});
