import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Prompt} from '../../../source/analysis/prompt.js';
import {usePromptEditor} from '../../../source/ui/prompt/use-prompt-editor.js';
import {useSpokenKeys} from '../../../source/ui/spoken/use-spoken-keys.js';
import {screenOf} from '../../helpers/drawn-pane.js';
import {eventually} from '../../helpers/eventually.js';
import {renderHook} from '../../helpers/render-hook.js';

const history: readonly Prompt[] = [];

test('a paste without markers sends nothing, a line with its Enter is sent', async t => {
	const sent: Prompt[] = [];
	const store = screenOf([], {focus: 'prompt'});
	const {stdin, values} = await renderHook(
		t,
		() => {
			const editor = usePromptEditor({
				history,
				width: 40,
				maxRows: 5,
				onSubmit: text => sent.push(text),
				isActive: false,
			});
			useSpokenKeys(store, editor);
			return editor;
		},
		undefined,
	);
	await eventually(() => stdin.listenerCount('readable'), 1);
	const text = () => (values.at(-1) ?? assert.fail()).newest().text;
	stdin.write('one\rtwo\rth');
	await eventually(text, 'one\ntwo\nth');
	stdin.write('ree\r');
	await eventually(text, 'one\ntwo\nthree\n');
	assert.deepEqual(sent, []);
	stdin.write('\u0015\u0015\u0015\u0015\u0015\u0015\u0015');
	await eventually(text, '');
	stdin.write('a line\r');
	await eventually(() => sent, ['a line']);
});
