import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import {test} from 'node:test';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {assembledInput} from '../../../source/ui/terminal/assembled-input.js';
import {nearPatience} from '../../../source/ui/terminal/input-assembler.js';
import type {MouseReport} from '../../../source/ui/terminal/mouse-reports.js';

function readingOf(terminal: PassThrough): readonly string[] {
	const {stdin} = assembledInput(terminal as unknown as NodeJS.ReadStream, nearPatience);
	const read: string[] = [];
	stdin.on('readable', () => {
		for (let chunk = stdin.read(); chunk !== null; chunk = stdin.read()) {
			read.push(String(chunk));
		}
	});
	return read;
}

test('the line feed of an Enter that was typed before the start is Enter; Ctrl+J typed later stays a line feed', async () => {
	const terminal = new PassThrough({encoding: 'utf8'});
	terminal.write('hello\n');
	const read = readingOf(terminal);
	await nextTurn();
	await nextTurn();
	await nextTurn();
	terminal.write('a\nb');
	await nextTurn();
	assert.deepEqual(read, ['hello\r', 'a\nb']);
});

test('an input is split into keys, mouse and focus reports, and remains an ordinary stream', async () => {
	const terminal = new PassThrough({encoding: 'utf8'});
	const focus: boolean[] = [];
	const {stdin, subscribe} = assembledInput(
		terminal as unknown as NodeJS.ReadStream,
		nearPatience,
		isFocused => focus.push(isFocused),
	);
	const reports: MouseReport[] = [];
	const unsubscribe = subscribe(report => reports.push(report));
	const keys: string[] = [];
	const heard = new Promise<void>(resolve => {
		stdin.on('readable', () => {
			for (let chunk = stdin.read(); chunk !== null; chunk = stdin.read()) {
				keys.push(String(chunk));
			}

			resolve();
		});
	});

	terminal.write('a\u001B[Ob\u001B[<0;3;4M\u001B[Ic');
	await heard;
	assert.deepEqual(keys, ['abc']);
	assert.deepEqual(reports, [{kind: 'press', x: 2, y: 3}]);
	assert.deepEqual(focus, [false, true]);

	unsubscribe();
	terminal.write('\u001B[<0;3;4M');
	terminal.end();
	await new Promise(resolve => stdin.on('end', resolve));
	assert.equal(reports.length, 1);
	assert.equal(keys.join(''), 'abc');
});
