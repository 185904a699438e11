import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createTheme} from '../../../source/text/theme.js';
import {selectHistory} from '../../../source/ui/conversation/select-history.js';
import type {ActionName} from '../../../source/ui/screen/keymap.js';
import {askedTurns} from '../../helpers/asked-turns.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';

/** How many styled pieces of text each key makes: the work of laying out turns. */
const workOf = (turns: number, keys: readonly ActionName[]): readonly number[] => {
	let styled = 0;
	const plain = createTheme('plain', 0);
	const theme = {
		...plain,
		style(text: string, role: string) {
			styled++;
			return plain.style(text, role);
		},
	};
	const answer = '**Some** words.\n\n- one\n- two\n';
	const events = askedTurns(
		Array.from({length: turns}, (_, index) => [`Question ${index}`, answer] as const),
	);
	const store = screenOf(events, {focus: 'history'}, {theme});
	selectHistory(store.newest());
	return keys.map(key => {
		styled = 0;
		keysOf(store)[key]();
		selectHistory(store.newest());
		return styled;
	});
};

test('scrolling and selecting turns costs no more after 500 turns than after 50', () => {
	const keys = [
		'historyUp',
		'historyPageUp',
		'historyTurnUp',
		'historyTurnUp',
		'historyTurnDown',
		'historyTail',
	] as const;
	const short = workOf(50, keys);
	assert.ok(short.every(work => work > 0));
	assert.deepEqual(workOf(500, keys), short);
});
