import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createScreenWaits} from './screen-waits.js';
import {createTerminalScreen} from './terminal-screen.js';

test('a frame inside a synchronized update is not checked before it is complete', async () => {
	const screen = createTerminalScreen({columns: 20, rows: 2});
	const waits = createScreenWaits(screen);
	const seen: string[] = [];
	const half = waits.waitFor('half').then(() => seen.push(screen.rows().join('|')));
	await screen.feed('\u001B[?2026hhalf');
	waits.check();
	const settled = waits.settled();
	await screen.feed('\r\nwhole\u001B[?2026l');
	waits.check();
	await Promise.all([half, settled]);
	assert.deepEqual(seen, ['half|whole']);
	screen.dispose();
});

test('an unmet condition rejects at once with the reason when nothing more can arrive', async () => {
	const screen = createTerminalScreen({columns: 20, rows: 2});
	const waits = createScreenWaits(screen);
	const early = assert.rejects(waits.waitFor('never'), /did not show never: it ended\n┌─{20}┐ 20×2/);
	await screen.feed('last words');
	waits.end('it ended');
	await early;
	await waits.waitFor(/last words/);
	await assert.rejects(waits.waitFor('still not'), /did not show still not: it ended/);
	screen.dispose();
});
