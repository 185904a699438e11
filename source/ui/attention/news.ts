import {stopOf} from '../../messages/stop-reasons.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {selectOpenTurn, selectUnansweredCalls} from '../conversation/select-open-turn.js';
import type {Screen} from '../screen/screen.js';
import type {AttentionState, WindowFocus} from './attention-state.js';

/** What a person who is looking elsewhere would like to know. `isPressing` is false for an answer that came soon: one may well have watched it. */
export type News = {readonly words: string; readonly isPressing: boolean};

/** After this wait, in milliseconds, the person may be looking elsewhere. */
const longWait = 10_000;

/** News of how the newest exchange ended; `null` if the person stopped it, or if the turn continues by itself. */
export function newsOfEnd(screen: Screen, exchange: ExchangeView): News | null {
	const {phase, timestamps, end, message} = exchange;
	if (end === null || phase === 'aborted') {
		return null;
	}

	if (phase === 'failed') {
		return {words: `failed: ${end.error?.title ?? 'it is not known why'}`, isPressing: true};
	}

	const turn = selectOpenTurn(screen);
	if (turn?.exchange.exchange === exchange.exchange) {
		const [call] = selectUnansweredCalls(screen);
		const awaited = call?.name ?? (turn.calls.length === 0 ? 'the turn is paused' : null);
		return awaited === null ? null : {words: `waits for you: ${awaited}`, isPressing: true};
	}

	const lasted = (timestamps.end ?? end.at) - timestamps.request;
	const state = stopOf(message?.fields)?.state ?? null;
	return {
		words: `${state ?? 'answered'} ${state === null ? 'in' : 'after'} ${formatMilliseconds(lasted)}`,
		isPressing: lasted > longWait,
	};
}

/** Whether a person is to be notified: never while the terminal has the keyboard, and never in front of an audience. */
export function isNotified(
	{
		notify,
		windowFocus,
		isPresenting,
	}: AttentionState & {readonly windowFocus: WindowFocus; readonly isPresenting: boolean},
	{isPressing}: News,
): boolean {
	if (notify === 'off' || isPresenting) {
		return false;
	}

	switch (windowFocus) {
		case 'focused': {
			return false;
		}

		case 'away': {
			return true;
		}

		case 'unknown': {
			return notify !== 'auto' && isPressing;
		}
	}
}
