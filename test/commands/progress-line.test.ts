import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startProgressLine} from '../../source/commands/progress-line.js';

const terminal = (isTTY: boolean) => {
	const written: string[] = [];
	const stream = {isTTY, columns: 20, write: (text: string) => written.push(text)};
	return {written, stream: stream as unknown as NodeJS.WriteStream};
};

test('what takes over a second says how far it is, at most five times a second, and takes that away', () => {
	const {written, stream} = terminal(true);
	let now = 0;
	{
		using progress = startProgressLine(
			{stderr: stream, stdout: terminal(false).stream},
			'Reading',
			() => now,
		);
		for (; now < 1500; now += 100) {
			progress.say(`Exporting: ${now} of 1500`);
		}
	}

	assert.deepEqual(written, [
		'\rExporting: 1000 of \u001B[K',
		'\rExporting: 1200 of \u001B[K',
		'\rExporting: 1400 of \u001B[K',
		'\r\u001B[K',
	]);
});

test('what is done sooner says nothing, nor does anything where nobody would see it alone', () => {
	for (const [isErrorShown, isOutputShown, end] of [
		[true, false, 900],
		[false, false, 5000],
		[true, true, 5000],
	] as const) {
		const {written, stream} = terminal(isErrorShown);
		let now = 0;
		{
			const stdout = terminal(isOutputShown).stream;
			using progress = startProgressLine({stderr: stream, stdout}, 'Reading', () => now);
			now = end;
			progress.say('Exporting');
		}

		assert.deepEqual(written, []);
	}
});
