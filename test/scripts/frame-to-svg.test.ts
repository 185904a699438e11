import assert from 'node:assert/strict';
import {test} from 'node:test';
import {frameToSvg} from '../../scripts/frame-to-svg.js';
import {createTerminalScreen} from '../helpers/terminal-screen.js';

const draw = async (output: string, columns = 20, rows = 2): Promise<string[]> => {
	const screen = createTerminalScreen({columns, rows});
	await screen.feed(`\u001B[?25l${output}`);
	const svg = frameToSvg({cells: screen.cells(), cursor: screen.cursor(), title: 'a <title>'});
	screen.dispose();
	const lines = svg.split('\n');
	return lines.slice(lines.findIndex(line => line.startsWith('<g ')) + 1, lines.indexOf('</g>'));
};

test('text is one element a run, stretched to the width of its cells, with its colour and weight', async () => {
	assert.deepEqual(await draw('ab \u001B[1;38;2;1;2;3mbold & <\u001B[0m'), [
		'<text x="14" y="61.32" textLength="16.8" fill="#d8dee9">ab</text>',
		'<text x="39.2" y="61.32" textLength="67.2" fill="#010203" font-weight="700">bold &amp; &lt;</text>',
	]);
});

test('wide characters stand in the middle of their two cells', async () => {
	assert.deepEqual(await draw('日👨‍👩‍👧x'), [
		'<text x="22.4" y="61.32" text-anchor="middle" fill="#d8dee9">日</text>',
		'<text x="39.2" y="61.32" text-anchor="middle" fill="#d8dee9">👨‍👩‍👧</text>',
		'<text x="51.8" y="61.32" text-anchor="middle" fill="#d8dee9">x</text>',
	]);
});

test('inverse cells swap their colours, blanks included', async () => {
	assert.deepEqual(await draw('\u001B[7m hi \u001B[0m'), [
		'<rect x="14" y="48" width="33.6" height="18" fill="#d8dee9"/>',
		'<text x="22.4" y="61.32" textLength="16.8" fill="#12161d">hi</text>',
	]);
});

test('palette colours, dim, italic, underline and strikethrough are drawn', async () => {
	assert.deepEqual(await draw('\u001B[31;2;3;4;9mxy\u001B[0m\u001B[38;5;196;48;5;244mz'), [
		'<rect x="30.8" y="48" width="8.4" height="18" fill="#808080"/>',
		'<text x="14" y="61.32" textLength="16.8" fill="#e06c75" font-style="italic" fill-opacity="0.62" text-decoration="underline line-through">xy</text>',
		'<text x="35" y="61.32" text-anchor="middle" fill="#ff0000">z</text>',
	]);
});

test('lines and blocks are drawn as shapes that meet at the edges of their cells', async () => {
	assert.deepEqual(await draw('╭──\r\n│█▄', 3), [
		'<path d="M22.4 57Q18.2 57 18.2 66" stroke="#d8dee9"/>',
		'<path d="M30.8 57L39.2 57M30.8 57L22.4 57" stroke="#d8dee9"/>',
		'<path d="M18.2 75L18.2 66M18.2 75L18.2 84" stroke="#d8dee9"/>',
		'<rect x="22.4" y="66" width="8.4" height="18" fill="#d8dee9"/>',
		'<rect x="30.8" y="75" width="8.4" height="9" fill="#d8dee9"/>',
	]);
});

test('a heavy line is one bar', async () => {
	assert.deepEqual(await draw('━━┷', 3), [
		'<rect x="14" y="55.5" width="16.8" height="3" fill="#d8dee9"/>',
		'<rect x="30.8" y="55.5" width="8.4" height="3" fill="#d8dee9"/>',
	]);
});

test('the picture is sized for its cells, names its title and shows a cursor only where there is one', async () => {
	const screen = createTerminalScreen({columns: 10, rows: 3});
	await screen.feed('ab');
	const svg = frameToSvg({cells: screen.cells(), cursor: screen.cursor(), title: 'a <title>'});
	screen.dispose();
	assert.match(svg, /^<svg [^>]*width="112" height="116" viewBox="0 0 112 116"/);
	assert.match(svg, /<title>a &lt;title&gt;<\/title>/);
	assert.match(svg, /<rect x="30.8" y="48" width="2" height="18" fill="#d8dee9"\/>\n<\/g>/);
});
