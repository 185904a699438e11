import {stopDetailsText} from '../../messages/stop-details.js';
import {type Stop, stopOf} from '../../messages/stop-reasons.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import type {TraceError} from '../../trace/trace-event.js';
import {hangingRows} from './hanging-rows.js';

/** How an exchange ended, unless it simply reached the end of the turn. */
export function endingRows(view: ExchangeView, width: number): readonly Row[] {
	if (view.phase === 'aborted') {
		return titled('■', 'Interrupted. ', 'The partial answer is kept.', 'warning', width);
	}

	if (view.phase === 'failed' && view.end?.error) {
		return errorRows(view.end.error, width);
	}

	const stop = view.phase === 'complete' ? stopOf(view.message?.fields) : null;
	return stop === null || stop.name === 'end_turn' ? [] : stopRows(stop, width);
}

/** The state of the answer, the stop reason and what it means, then why, and what to do next. */
function stopRows(stop: Stop, width: number): readonly Row[] {
	const {name, state, meaning, sequence, details, inChat} = stop;
	const title = sanitizeLine(state ?? name);
	const facts = [
		title.includes(name) ? '' : sanitizeLine(name),
		sequence === null ? meaning : `${meaning.slice(0, -1)}: ${sanitizeLine(JSON.stringify(sequence))}`,
	];
	const words = facts.filter(fact => fact !== '').join(' · ');
	return [
		...titled('■', title, ` · ${words}`, state === null ? 'dim' : 'warning', width),
		...(details === null ? [] : indented(sanitizeLine(stopDetailsText(details)), 'warning', width)),
		...(inChat === null ? [] : hangingRows('→', [segment(inChat, 'accent')], width)),
	];
}

/** An error for people: what happened, what the server said, the request's id, and what to do next. */
function errorRows(error: TraceError, width: number): readonly Row[] {
	const status = error.status === undefined ? '' : ` (${error.status})`;
	return [
		...titled('✗', `${sanitizeLine(error.title)}${status}`, '', 'badTitle', width),
		...(error.detail === null ? [] : indented(sanitizeLine(error.detail), 'bad', width)),
		...(error.requestId === undefined
			? []
			: indented(`request ${sanitizeLine(error.requestId)}`, 'dim', width)),
		...(error.retryAfter === undefined
			? []
			: indented(
					`The server asks you to wait ${formatMilliseconds(error.retryAfter * 1000)}.`,
					'warning',
					width,
				)),
		...hangingRows('→', [segment(error.hint, 'accent')], width),
	];
}

function titled(sign: string, title: string, words: string, role: string, width: number): readonly Row[] {
	return hangingRows(sign, [segment(title, role), ...(words === '' ? [] : [segment(words, 'dim')])], width);
}

/** The rows of a server's text that are shown: it may be of any length. */
const shownRows = 6;

function indented(text: string, role: string, width: number): readonly Row[] {
	const rows = hangingRows(' ', [segment(text, role)], width);
	return rows.length <= shownRows ? rows : [...rows.slice(0, shownRows - 1), [segment('  …', role)]];
}
