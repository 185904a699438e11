import assert from 'node:assert/strict';
import {test} from 'node:test';
import {chatHints, selectPlayerHints} from '../../../source/ui/screen/hints.js';
import {askedTurns} from '../../helpers/asked-turns.js';
import {screenOf} from '../../helpers/drawn-pane.js';

const live = {isPlayer: false, isPlaying: false, isPresenting: false};

test('what ends something stays longest, the offer of the turns goes first', () => {
	assert.deepEqual(chatHints({...live, escapes: 'Esc stops'}), [
		'Tab panes  Esc stops  F1 help',
		'Esc stops  F1 help',
		'Esc stops',
	]);
	assert.deepEqual(chatHints({...live, escapes: 'Esc Esc turns'}), [
		'Esc Esc turns  Tab panes  F1 help',
		'Tab panes  F1 help',
		'F1 help',
	]);
	assert.deepEqual(chatHints({...live, escapes: ''}), ['Tab panes  F1 help', 'F1 help']);
});

test('at a playhead the way back to the live end stays longest', () => {
	const hints = chatHints({isPlayer: true, isPlaying: true, isPresenting: false, escapes: 'Esc prompt'});
	assert.equal(hints[0], 'Space pauses  , . step  0 live  Esc prompt  F1 help');
	assert.equal(hints.at(-1), '0 live');
});

test('the player says what Esc does only if it does something', () => {
	const turns = askedTurns([['Hello', 'Hi.']]);
	const hintsOf = (state: Parameters<typeof screenOf>[1]) =>
		selectPlayerHints(
			screenOf(turns, {playhead: 2, focus: 'events', ...state}, {isReplay: true}).newest(),
		)[0];
	assert.deepEqual(
		[hintsOf({}), hintsOf({overlay: 'help'})],
		[
			'Space plays  , . step  < > speed  F1 help  q quits',
			'Space plays  , . step  < > speed  Esc closes  F1 help  q quits',
		],
	);
});

test('while events are presented, the hints say how the next one is hidden', () => {
	const [longest] = chatHints({isPlayer: true, isPlaying: false, isPresenting: true, escapes: 'Esc ends'});
	assert.equal(longest, 'Space plays  , . step  ? hides the next  0 live  Esc ends  F1 help');
});
