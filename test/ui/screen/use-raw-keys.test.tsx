import {describe, it} from 'node:test';
import {useInput} from 'ink';
import {render} from 'ink-testing-library';
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
	it('hears F1 to F4 as xterm, the Linux console, VT100s and kitty send them', async t => {
		const {stdin, heard} = await listen(t);
		stdin.write('\u001B[11~\u001BOP\u001B[[A\u001B[P');
		await eventually(() => heard, ['f1', 'f1', 'f1', 'f1']);
		stdin.write('\u001B[12~\u001BOQ\u001B[[B\u001B[Q');
		await eventually(() => heard.slice(4), ['f2', 'f2', 'f2', 'f2']);
		stdin.write('\u001B[13~\u001BOR\u001B[[C');
		await eventually(() => heard.slice(8), ['f3', 'f3', 'f3']);
		stdin.write('\u001B[14~\u001BOS\u001B[[D\u001B[S');
		await eventually(() => heard.slice(11), ['f4', 'f4', 'f4', 'f4']);
	});

	it('hears no other key', async t => {
		const {stdin, heard} = await listen(t);
		stdin.write('OP\u001B[15~\u001B[R\u001B[A\u001B[Z__proto__toString\u007F');
		await eventually(() => heard, ['backspace']);
	});

	it('calls the newest listener', async t => {
		const {stdin, heard, render, values} = await listen(t);
		render('new ');
		await eventually(() => values.length, 2);
		stdin.write('\u001BOP');
		await eventually(() => heard, ['new f1']);
	});

	it('hears nothing once its component is gone, while others still hear keys', async t => {
		const heard: string[] = [];
		const {rerender, stdin, unmount} = render(<Ears heard={heard} hasRawKeys />);
		t.after(unmount);
		await eventually(() => {
			stdin.write('\u001BOP');
			return heard[0];
		}, 'f1');

		rerender(<Ears heard={heard} hasRawKeys={false} />);
		await eventually(() => {
			heard.length = 0;
			stdin.write('\u001BOP');
			stdin.write('.');
			return [...heard];
		}, ['.']);
	});
});

function RawKeys({heard}: {readonly heard: string[]}) {
	useRawKeys(name => heard.push(name));
	return null;
}

/** A screen that hears dots, and function keys as long as it has the component for them. */
function Ears({heard, hasRawKeys}: {readonly heard: string[]; readonly hasRawKeys: boolean}) {
	useInput(input => {
		if (input === '.') {
			heard.push('.');
		}
	});
	return hasRawKeys && <RawKeys heard={heard} />;
}
