import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import {test} from 'node:test';
import {divideMouseInput} from '../../../source/ui/terminal/mouse-input.js';
import type {MouseReport} from '../../../source/ui/terminal/mouse-reports.js';

test('an input is split into keys and mouse reports, and remains an ordinary stream', async () => {
	const terminal = new PassThrough({encoding: 'utf8'});
	const {stdin, subscribe} = divideMouseInput(terminal as unknown as NodeJS.ReadStream);
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

	terminal.write('ab\u001B[<0;3;4Mc');
	await heard;
	assert.deepEqual(keys, ['abc']);
	assert.deepEqual(reports, [{kind: 'press', x: 2, y: 3}]);

	unsubscribe();
	terminal.write('\u001B[<0;3;4M');
	terminal.end();
	await new Promise(resolve => stdin.on('end', resolve));
	assert.equal(reports.length, 1);
	assert.equal(keys.join(''), 'abc');
});
