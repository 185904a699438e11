import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createTheme} from '../../../source/text/theme.js';
import {previewLines} from '../../../source/ui/sessions/preview-lines.js';

const plain = createTheme('plain', 0);
const turns = [
	{prompt: 'Name three cats', answer: 'Tom\n\nFelix'},
	{prompt: '', answer: 'It continues.'},
	{prompt: 'And whales?', answer: Array.from({length: 20}, (_, index) => `line ${index}`).join('\n\n')},
];
const shown = (words: readonly string[], width = 30, height = 12) =>
	previewLines(turns, words, {width, height}, plain).map(line => line.trimEnd());

test('a preview shows the turns from the beginning, as far as there is room', () => {
	assert.deepEqual(shown([], 30, 7), [
		'▌ Name three cats',
		'  Tom',
		'  Felix',
		'',
		'  It continues.',
		'',
		'▌ And whales?',
	]);
});

test('a preview begins at the turn of a hit, and shows the lines around it', () => {
	assert.deepEqual(shown(['line 13']), [
		' … 2 turns before',
		'▌ And whales?',
		'  …',
		'  line 12',
		'  line 13',
		'  line 14',
		'  line 15',
		'  line 16',
		'  line 17',
		'  …',
		'',
	]);
});

test('no sequence of a saved text reaches the terminal', () => {
	const [line = ''] = previewLines(
		[{prompt: '\u001B]52;c;aGk=\u0007', answer: ''}],
		[],
		{width: 40, height: 2},
		plain,
	);
	assert.doesNotMatch(line, /[\u001B\u0007]/);
});

test('hits are lit', () => {
	const theme = createTheme('dark', 3);
	const lines = previewLines(turns, ['felix'], {width: 30, height: 5}, theme);
	assert.ok(lines.some(line => line.includes(theme.style('Felix', 'highlight'))));
});
