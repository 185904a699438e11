import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createTerminalScreen} from './terminal-screen.js';

const samples: ReadonlyArray<readonly [text: string, columns: number]> = [
	['🏳️‍🌈', 2],
	['🏴‍☠️', 2],
	['👩🏽‍💻', 2],
	['❤️', 2],
	['1️⃣', 2],
	['🇳🇿', 2],
	['…', 1],
	['𓀀', 1],
	['한국어', 6],
	['สวัสดี', 4],
];

for (const [text, columns] of samples) {
	test(`${text} takes ${columns} columns, in one read or in one read per byte`, async () => {
		const whole = createTerminalScreen({columns: 20, rows: 2});
		await whole.feed(`${text}|`);
		const cut = createTerminalScreen({columns: 20, rows: 2});
		for (const byte of Buffer.from(`${text}|`)) {
			await cut.feed(Uint8Array.of(byte));
		}

		assert.equal(whole.cursor().x, columns + 1);
		assert.equal(cut.cursor().x, columns + 1);
		assert.deepEqual(cut.rows(), [`${text}|`, '']);
	});
}

test('a row ends at the last column, even if the terminal was wider before', async () => {
	const screen = createTerminalScreen({columns: 20, rows: 6});
	await screen.feed('\u001B[?1049h\u001B[?7l');
	for (const [columns, rows] of [
		[20, 6],
		[12, 3],
		[30, 8],
		[9, 2],
	] as const) {
		screen.resize(columns, rows);
		await screen.feed(`\u001B[H${Array.from({length: rows}, () => 'x'.repeat(40)).join('\r\n')}`);
		assert.deepEqual(screen.rows(), Array(rows).fill('x'.repeat(columns)));
	}
});
