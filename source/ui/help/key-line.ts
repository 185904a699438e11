import type {RankedPart} from '../../text/fit-parts.js';
import {segment} from '../../text/segment.js';
import {escapeHint} from '../screen/escape.js';
import type {ActionName} from '../screen/keymap.js';
import type {PaneName} from '../screen/layout.js';
import type {Screen} from '../screen/screen.js';
import type {KeyContext} from '../screen/screen-key.js';

/** What some keys of a pane do, in a word or two. */
type KeyWord = readonly [words: string, ...actions: ActionName[]];

/** The keys worth knowing in each pane, the most useful first. */
const keyWords: Readonly<Record<PaneName, readonly KeyWord[]>> = {
	history: [
		['scroll', 'historyDown', 'historyUp'],
		['find', 'openFind'],
		['turns', 'historyTurnUp', 'historyTurnDown'],
		['copy', 'copyAnswer'],
		['unfold', 'toggleThinking'],
		['list of turns', 'listTurns'],
		['pieces', 'previousPiece', 'nextPiece'],
		['exchanges', 'toggleExchanges'],
	],
	events: [
		['select', 'logDown', 'logUp'],
		['step', 'stepBack', 'stepForward'],
		['filter', 'openFilter'],
		['search', 'openSearch'],
		['copy', 'copyEvent'],
		['errors', 'nextError', 'previousError'],
		['gaps', 'nextGap', 'previousGap'],
		['bookmark', 'toggleBookmark'],
		['exchanges', 'toggleExchanges'],
	],
	inspector: [
		['tabs', 'previousTab', 'nextTab'],
		['scroll', 'inspectorDown', 'inspectorUp'],
		['fold', 'toggleFold'],
		['copy', 'copyTab'],
		['step', 'stepBack', 'stepForward'],
		['zoom this pane', 'toggleZoom'],
		['exchanges', 'toggleExchanges'],
	],
};

/** The status line's words about the keys of a pane that was just entered; `null` if none was. */
export function keyLine(screen: Screen): readonly RankedPart[] | null {
	const {focus, isEntered} = screen;
	if (!isEntered || focus === 'prompt') {
		return null;
	}

	const entries = keyWords[focus].flatMap(([words, ...actions], index) => {
		const keys = actions.flatMap(action => keyOf(screen, focus, action) ?? []).join(' ');
		return keys === '' ? [] : [{keys, words, rank: index + 2}];
	});
	const all = {keys: keyOf(screen, focus, 'toggleHelp') ?? '', words: 'all keys', rank: 0};
	const [escapeKey = '', ...escapes] = escapeHint(screen, null, 0).split(' ');
	return [...entries, all, {keys: escapeKey, words: escapes.join(' '), rank: 1}]
		.filter(({keys}) => keys !== '')
		.map(({keys, words, rank}) => ({
			part: [[segment(`  ${keys}`, 'key'), segment(` ${words}`, 'dim')]],
			rank,
		}));
}

/** The first key of an action in a pane, as it is on the keyboard; `null` if it has none. */
function keyOf({keymap}: Screen, focus: PaneName, action: ActionName): string | null {
	const contexts: readonly KeyContext[] = [focus, 'panes', 'everywhere'];
	const [key] = contexts.flatMap(
		where => keymap.find(binding => binding.context === where && binding.action === action)?.keys ?? [],
	);
	return key === undefined ? null : (keySigns.get(key) ?? key);
}

const keySigns: ReadonlyMap<string, string> = new Map([
	['left', '←'],
	['right', '→'],
	['up', '↑'],
	['down', '↓'],
	['enter', 'Enter'],
]);
