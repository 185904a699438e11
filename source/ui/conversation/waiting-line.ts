import {remainingWait} from '../../analysis/clocks.js';
import {textWidth, truncate} from '../../text/text-width.js';
import type {ExchangeView} from '../../trace/exchange-view.js';

export type WaitingFacts = {
	/** Milliseconds on the trace's clock; `undefined` if no time is to be said. */
	readonly now: number | undefined;
	/** Whether the times of the events are real. */
	readonly hasTimes: boolean;
	/** Cells. */
	readonly width: number;
};

/** What an exchange without content waits for, and for how long already: the longest wording that fits. */
export function waitingLine(view: ExchangeView, {now, hasTimes, width}: WaitingFacts): string {
	const wordings = wordingsOf(view, hasTimes ? (now ?? null) : null);
	return wordings.find(words => textWidth(words) <= width) ?? truncate(wordings.at(-1) ?? '', width);
}

/** Longest first. */
function wordingsOf(view: ExchangeView, now: number | null): readonly string[] {
	const {attempts, timestamps, foreign, sseCount} = view;
	const seconds = now === null ? 0 : Math.floor((now - timestamps.request) / 1000);
	const since = seconds < 1 ? '' : ` · ${seconds} s`;
	if (foreign !== null) {
		return [`${sseCount} events so far${since}`, `${sseCount} events${since}`];
	}

	const status = attempts.at(-1)?.response?.status ?? 0;
	if (status >= 400) {
		const left = now === null ? 0 : Math.ceil(remainingWait(view, now) / 1000);
		const after = left > 0 ? ` in ${left} s` : '';
		return [
			`the server answered ${status}; the SDK retries${after}`,
			`answered ${status}; retries${after}`,
			`${status}; retries${after}`,
		];
	}

	const attempt = attempts.length > 1 ? ` (attempt ${attempts.length})` : '';
	const what = timestamps.headers === null ? 'the response' : 'the first content';
	return [`waiting for ${what}${attempt}${since}`, `waiting for ${what}${since}`, `waiting${since}`];
}
