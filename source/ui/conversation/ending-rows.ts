import {stopDetailsText} from '../../messages/stop-details.js';
import {type Stop, stopOf} from '../../messages/stop-reasons.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import type {TraceError} from '../../trace/trace-event.js';

/** How an exchange ended, unless it simply reached the end of the turn. */
export function endingRows(view: ExchangeView, width: number): readonly Row[] {
	if (view.phase === 'aborted') {
		return wrapped('■ Interrupted. ', 'The partial answer is kept.', 'warning', width);
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
		...wrapped(`■ ${title}`, ` · ${words}`, state === null ? 'dim' : 'warning', width),
		...(details === null ? [] : indented(sanitizeLine(stopDetailsText(details)), 'warning', width)),
		...(inChat === null ? [] : indented(`→ ${inChat}`, 'accent', width)),
	];
}

/** An error for people: what happened, what the server said, the request's id, and what to do next. */
function errorRows(error: TraceError, width: number): readonly Row[] {
	const status = error.status === undefined ? '' : ` (${error.status})`;
	return [
		...wrapped(`✗ ${sanitizeLine(error.title)}${status}`, '', 'badTitle', width),
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
		...indented(`→ ${error.hint}`, 'accent', width),
	];
}

function wrapped(title: string, words: string, role: string, width: number): readonly Row[] {
	const {lines} = wrapText(title + words, width);
	return lines.map(
		({text}, index): Row =>
			index === 0
				? [segment(text.slice(0, title.length), role), segment(text.slice(title.length), 'dim')]
				: [segment(text, 'dim')],
	);
}

function indented(text: string, role: string, width: number): readonly Row[] {
	return wrapText(text, width - 2)
		.lines.slice(0, 6)
		.map(({text: line}): Row => [segment('  '), segment(line, role)]);
}
