import type {OpenTurn} from '../../analysis/open-calls.js';
import type {ToolCall} from '../../messages/tools/tool-call.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import type {CallWork, ToolRule} from './call-state.js';

/** What the card shows besides the turn. `isFocused` is true if its keys work. */
export type CallCard = {
	readonly calls: ReadonlyMap<string, CallWork>;
	readonly toolRule: (name: string) => ToolRule | null;
	readonly isFocused: boolean;
	readonly width: number;
};

/** How much of a name, a command or an answer the card shows, in UTF-16 units. */
const shownName = 40;
const shownText = 200;

/** The card under an answer that waits: each call with the state of its answer, and the keys that answer the next one. */
export function callRows({calls}: OpenTurn, card: CallCard): readonly Row[] {
	const {isFocused} = card;
	const [next] = calls.filter(({id}) => isOpen(card.calls.get(id)));
	const rows =
		calls.length === 0
			? [...gutter('c continues the turn', 'accent', card)]
			: calls.flatMap(call => oneCall(call, call === next, card));
	const isWaiting = next !== undefined || calls.length === 0;
	return [
		...rows,
		...(isWaiting && !isFocused
			? gutter('Tab comes here; a new message leaves them unanswered.', 'dim', card)
			: []),
	];
}

function oneCall(call: ToolCall, isNext: boolean, card: CallCard): readonly Row[] {
	const name = sanitizeLine(call.name.slice(0, shownName)) || 'tool without a name';
	const work = card.calls.get(call.id);
	const sign = work?.kind === 'answered' ? (work.answer.isError ? '✗' : '✓') : isNext ? '▸' : '·';
	return [
		...gutter(`${sign} ${name}`, 'tool', card),
		...gutter(`  ${stateWords(call, work, isNext, card)}`, isNext ? 'accent' : 'dim', card),
	];
}

function stateWords(
	call: ToolCall,
	work: CallWork | undefined,
	isNext: boolean,
	{toolRule}: CallCard,
): string {
	const rule = toolRule(call.name);
	const command = rule === null ? null : short(rule.command);
	switch (work?.kind) {
		case 'answered': {
			const {text, isError} = work.answer;
			return `${isError ? 'error' : 'result'}: ${short(text)}`;
		}

		case 'running': {
			return `running ${command} … Esc stops it`;
		}

		case 'asking': {
			return `Run ${command}? Enter runs it, Esc does not.`;
		}

		case undefined: {
			const runs = command === null ? '' : ` · c runs ${command}`;
			return isNext ? `r result · e error${runs}` : 'waits';
		}
	}
}

function isOpen(work: CallWork | undefined): boolean {
	return work === undefined || work.kind === 'asking';
}

function short(text: string): string {
	const line = sanitizeLine(text.slice(0, shownText));
	return text.length > shownText ? `${line}…` : line;
}

function gutter(text: string, role: string, {width}: CallCard): readonly Row[] {
	return wrapText(text, Math.max(1, width - 2)).lines.map(
		({text: line}): Row => [segment('│ ', 'line'), segment(line, role)],
	);
}
