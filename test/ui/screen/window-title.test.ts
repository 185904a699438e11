import assert from 'node:assert/strict';
import {test} from 'node:test';
import {windowTitle} from '../../../source/ui/screen/window-title.js';
import {canHaveTitle, titleSequence} from '../../../source/ui/terminal/window-title.js';
import {askedTurns} from '../../helpers/asked-turns.js';
import {screenOf} from '../../helpers/drawn-pane.js';
import {tracedStream} from '../../helpers/traced-stream.js';
import {messageStart} from '../../messages/conformance/sample-stream.js';

const turns = askedTurns([['Hello', 'Hi.']]);

test('the title begins with a sign of the state, then says topic and state', () => {
	assert.deepEqual(
		[
			windowTitle(screenOf([]).newest(), ''),
			windowTitle(screenOf(turns).newest(), 'Hello'),
			windowTitle(screenOf(tracedStream([messageStart()])).newest(), 'Hello'),
			windowTitle(screenOf(turns, {playhead: 2}).newest(), 'Hello'),
			windowTitle(screenOf(turns, {playhead: 2}, {isReplay: true}).newest(), 'a.ndjson'),
		],
		[
			'streamscope',
			'✓ Hello · complete · streamscope',
			'● Hello · streaming · streamscope',
			'❚❚ Hello · paused · streamscope',
			'❚❚ a.ndjson · paused · streamscope',
		],
	);
});

test('nothing in a topic ends or changes the sequence, and a long one is cut', () => {
	const sequence = titleSequence(`a\u0007\u001B]0;HACKED\u0007\u009C\n${'b'.repeat(500)}`);
	assert.match(sequence, /^\u001B\]2;[^\u0000-\u001F\u007F-\u009F]{1,90}\u0007$/);
});

test('a terminal without a title gets none', () => {
	assert.deepEqual(['xterm-256color', 'tmux', 'dumb', 'linux', undefined].map(canHaveTitle), [
		true,
		true,
		false,
		false,
		false,
	]);
});
