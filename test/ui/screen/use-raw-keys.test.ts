import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {useInput} from 'ink';
import {useRawKeys} from '../../../source/ui/screen/use-raw-keys.js';
import {eventually} from '../../helpers/eventually.js';
import {renderHook} from '../../helpers/render-hook.js';

/** A screen that hears keys as the app does, and the names that it heard. */
async function listen(t: Parameters<typeof renderHook>[0]) {
	const heard: string[] = [];
	const screen = await renderHook(
		t,
		(prefix: string) => {
			useInput((_, key) => {
				if (key.backspace) {
					heard.push('backspace');
				}
			});
			useRawKeys(name => heard.push(prefix + name));
		},
		'',
	);
	await eventually(() => screen.stdin.listenerCount('readable'), 1);
	return {...screen, heard};
}

describe('useRawKeys', () => {
	it('hears F1 and F2 as xterm, the Linux console, VT100s and kitty send them', async t => {
		const {stdin, heard} = await listen(t);
		stdin.write('\u001B[11~\u001BOP\u001B[[A\u001B[P');
		await eventually(() => heard, ['f1', 'f1', 'f1', 'f1']);
		stdin.write('\u001B[12~\u001BOQ\u001B[[B\u001B[Q');
		await eventually(() => heard.slice(4), ['f2', 'f2', 'f2', 'f2']);
	});

	it('hears no other key', async t => {
		const {stdin, heard} = await listen(t);
		stdin.write('OP\u001B[13~\u001BOR\u001B[A\u001B[Z__proto__toString\u007F');
		await eventually(() => heard, ['backspace']);
	});

	it('calls the newest listener, and none once it is gone', async t => {
		const {stdin, heard, render, values, unmount} = await listen(t);
		render('new ');
		await eventually(() => values.length, 2);
		stdin.write('\u001BOP');
		await eventually(() => heard, ['new f1']);
		unmount();
		stdin.write('\u001BOP');
		await new Promise(setImmediate);
		assert.deepEqual(heard, ['new f1']);
	});
});
