import {stopDetails, stopDetailsText} from '../../messages/stop-details.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import type {TraceError} from '../../trace/trace-event.js';
import {stringAt} from '../../wire/json.js';

/** What each reason to stop means: https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons */
const stopWords: ReadonlyMap<string, string> = new Map(
	Object.entries({
		max_tokens: 'the answer reached max_tokens; /max-tokens allows more',
		stop_sequence: 'a stop sequence was reached',
		tool_use: 'waiting for the results of its tool calls',
		pause_turn: 'a long turn was paused; send a message to continue',
		refusal: 'Claude declined to answer; /edit rephrases the prompt',
		model_context_window_exceeded: 'the context window is full; /clear starts over',
	}),
);

/** How an exchange ended, unless it simply reached the end of the turn. */
export function endingRows(view: ExchangeView, width: number): readonly Row[] {
	if (view.phase === 'aborted') {
		return wrapped('■ Interrupted. ', 'The partial answer is kept.', 'warning', width);
	}

	if (view.phase === 'failed' && view.end?.error) {
		return errorRows(view.end.error, width);
	}

	const reason = stringAt(view.message?.fields, 'stop_reason');
	if (view.phase !== 'complete' || reason === '' || reason === 'end_turn') {
		return [];
	}

	const sequence = stringAt(view.message?.fields, 'stop_sequence');
	const words = stopWords.get(reason) ?? 'an unknown reason';
	const named = sequence === '' ? words : `${words}: ${JSON.stringify(sequence)}`;
	const details = stopDetails(view.message?.fields);
	const why = details === null ? [] : indented(sanitizeLine(stopDetailsText(details)), 'dim', width);
	return [
		...wrapped(
			`■ ${sanitizeLine(reason)} `,
			sanitizeLine(named),
			reason === 'tool_use' ? 'tool' : 'warning',
			width,
		),
		...why,
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
