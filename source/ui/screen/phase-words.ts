import {stopOf} from '../../messages/stop-reasons.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {ExchangeView, Phase} from '../../trace/exchange-view.js';

/** A sign, the state in words, and their role in the theme. */
export type PhaseWords = {readonly sign: string; readonly state: string; readonly role: string};

const phases: Readonly<Record<Phase, PhaseWords>> = {
	idle: {sign: '○', state: 'ready', role: 'dim'},
	connecting: {sign: '◌', state: 'connecting', role: 'warning'},
	streaming: {sign: '●', state: 'streaming', role: 'good'},
	complete: {sign: '✓', state: 'complete', role: 'good'},
	aborted: {sign: '■', state: 'interrupted', role: 'warning'},
	failed: {sign: '✗', state: 'failed', role: 'badTitle'},
};

/** The state of an exchange. A complete answer that is not at its end must not look finished. */
export function phaseWords(exchange: ExchangeView | null): PhaseWords {
	const phase = exchange?.phase ?? 'idle';
	const state = phase === 'complete' ? (stopOf(exchange?.message?.fields)?.state ?? null) : null;
	return state === null ? phases[phase] : {sign: '■', state: sanitizeLine(state), role: 'warning'};
}
