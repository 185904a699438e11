import type {OpenTurn} from '../../analysis/open-calls.js';
import {paintRow} from '../../text/paint.js';
import type {Theme} from '../../text/theme.js';
import {type CallCard, callRows} from './call-rows.js';

type Known = {readonly turn: OpenTurn; readonly calls: unknown; readonly isFocused: boolean};

/** Keyed by the turn's own lines, which differ for each width and theme. */
const known = new WeakMap<readonly string[], Known & {readonly lines: readonly string[]}>();

/** The lines of a turn with the card of its open calls before the empty line at its end. */
export function withCard(
	lines: readonly string[],
	turn: OpenTurn,
	card: CallCard & {readonly theme: Theme},
): readonly string[] {
	const {calls, isFocused, width, theme} = card;
	const before = known.get(lines);
	if (before?.turn === turn && before.calls === calls && before.isFocused === isFocused) {
		return before.lines;
	}

	const painted = callRows(turn, card).map(row => paintRow(row, width, theme));
	const made = [...lines.slice(0, -1), ...painted, ...lines.slice(-1)];
	known.set(lines, {turn, calls, isFocused, lines: made});
	return made;
}
