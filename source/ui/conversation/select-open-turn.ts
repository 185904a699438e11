import {maxTurnRequests, type OpenTurn, openTurn, turnLength} from '../../analysis/open-calls.js';
import type {ToolCall} from '../../messages/tools/tool-call.js';
import {fenced} from '../../trace/fence.js';
import {itemsOf} from '../../trace/persistent-list.js';
import {selectLatest} from '../player/select-view.js';
import type {Screen} from '../screen/screen.js';
import {selector} from '../screen/selector.js';

/** What the conversation waits for, at the live end; `null` while an answer arrives and in a replay. */
export const selectOpenTurn: (screen: Screen) => OpenTurn | null = selector(
	screen => [screen.isReplay || !selectLatest(screen)?.end ? null : screen.live, screen.since] as const,
	(live, since) =>
		live === null
			? null
			: fenced(
					live,
					() => openTurn(live, {since: since ?? undefined}),
					() => null,
				),
);

/** The calls that still need an answer, and that no command is answering. */
export function selectUnansweredCalls(screen: Screen): readonly ToolCall[] {
	const calls = selectOpenTurn(screen)?.calls ?? [];
	return calls.filter(({id}) => {
		const kind = screen.calls.get(id)?.kind;
		return kind === undefined || kind === 'asking';
	});
}

/** The calls whose commands run without being asked for. */
export function selectAutomaticCalls(screen: Screen): readonly ToolCall[] {
	return turnLength([...itemsOf(screen.live.exchanges)]) < maxTurnRequests
		? selectUnansweredCalls(screen).filter(({name}) => screen.toolRule(name)?.isAlways)
		: [];
}
