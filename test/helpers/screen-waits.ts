import {createConditionWaiters} from './condition-waiters.js';
import {framedScreen} from './framed-screen.js';
import {patience} from './patience.js';
import type {TerminalScreen} from './terminal-screen.js';

/** A string that the screen must contain, an expression it must match, or a test of its rows. */
export type ScreenCondition = string | RegExp | ((rows: readonly string[]) => boolean);

/** Waits for what a screen shows. The code that feeds the screen calls `check` and `end`. */
export type ScreenWaits = {
	/**
	 * Resolves as soon as the screen meets the condition. Half-drawn frames of a synchronized update are ignored. Rejects with the last frame
	 * after the timeout (ms), or when the program ends first.
	 */
	readonly waitFor: (condition: ScreenCondition, options?: {readonly timeout?: number}) => Promise<void>;
	/** Resolves when everything received so far has been parsed and no frame is half drawn. */
	readonly settled: () => Promise<void>;
	readonly check: () => void;
	readonly end: (reason: string) => void;
};

const isMetBy = (condition: ScreenCondition, rows: readonly string[]): boolean => {
	if (typeof condition === 'function') {
		return condition(rows);
	}

	const text = rows.join('\n');
	return typeof condition === 'string' ? text.includes(condition) : condition.test(text);
};

export const createScreenWaits = (screen: TerminalScreen): ScreenWaits => {
	const waiters = createConditionWaiters();
	// During a synchronized update, a terminal keeps showing the previous frame.
	const isWhole = (): boolean => !screen.modes().synchronizedOutput;
	return {
		waitFor: (condition, {timeout = patience} = {}) =>
			waiters.wait(
				() => isWhole() && isMetBy(condition, screen.rows()),
				timeout,
				reason => `The screen did not show ${condition}: ${reason}\n${framedScreen(screen)}`,
			),
		async settled() {
			await screen.feed('');
			await waiters.wait(
				isWhole,
				patience,
				reason => `A synchronized update did not end: ${reason}\n${framedScreen(screen)}`,
			);
		},
		check: waiters.check,
		end: waiters.end,
	};
};
