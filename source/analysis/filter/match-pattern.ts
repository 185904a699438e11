import {decode} from '../../messages/decode.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {printJson} from '../../wire/json.js';
import {completesText, isPiece, pieceText, textBefore} from '../completes-text.js';
import {summarize} from '../event-summary.js';
import {compileRegex} from './compile-regex.js';
import type {Pattern} from './filter.js';
import {runRegex} from './regex-program.js';

type PatternTest = (position: number) => boolean;

/** How many characters before a piece a regular expression looks at. */
const reach = 200;

/** Longer texts are searched by a regular expression up to here. */
const maxSearched = 100_000;

/**
 * Makes the test for events that contain a text anywhere: in their row, in their data, or in the text that they complete. Of a plain
 * delta, only the piece and its whole type or short name count, because every one has the same names in its JSON.
 */
export function anyTest(pattern: Pattern, events: readonly TraceEvent[]): PatternTest {
	const completes = textTest(pattern, events);
	const contains = containsTest(pattern);
	return position => {
		const event = events[position];
		return event !== undefined && (contains(event) || completes(position));
	};
}

/** Makes the test for events that complete a text in their block. A body that is no stream has it as it is. */
export function textTest(pattern: Pattern, events: readonly TraceEvent[]): PatternTest {
	const isIn = bodyTest(pattern);
	if (pattern.kind === 'words') {
		const completes = completesText(pattern.text);
		return position => completes(events, position) || isIn(events[position]);
	}

	const program = compileRegex(pattern.source, pattern.flags);
	return position => {
		const event = events[position];
		const piece = pieceText(event);
		if (piece === null || !isPiece(event)) {
			return isIn(event);
		}

		const before = textBefore(events, position, reach);
		return runRegex(program, before + piece.slice(0, maxSearched), before.length + 1);
	};
}

function bodyTest(pattern: Pattern): (event: TraceEvent | undefined) => boolean {
	const contains = stringTest(pattern);
	return event => event?.type === 'body' && contains(event.data);
}

function stringTest(pattern: Pattern): (text: string) => boolean {
	if (pattern.kind === 'words') {
		const wanted = pattern.text.toLowerCase();
		return text => text.toLowerCase().includes(wanted);
	}

	const program = compileRegex(pattern.source, pattern.flags);
	return text => runRegex(program, text.slice(0, maxSearched));
}

function containsTest(pattern: Pattern): (event: TraceEvent) => boolean {
	const contains = stringTest(pattern);
	const wanted = pattern.kind === 'words' ? pattern.text.toLowerCase() : null;
	return event => {
		const {name, shortName, deltaType, detail} = summarize(event);
		if (isPlainDelta(event)) {
			return [name, shortName, deltaType].some(label => label?.toLowerCase() === wanted);
		}

		return contains(name) || contains(detail) || ownTexts(event).some(contains);
	};
}

/** A delta of a known type without unknown fields. */
function isPlainDelta(event: TraceEvent): boolean {
	if (event.type !== 'sse' || !isPiece(event)) {
		return false;
	}

	const decoded = decode(event);
	return (
		decoded.kind === 'content_block_delta' &&
		Object.keys(decoded.payload).length <= 3 &&
		Object.keys(decoded.delta).length <= 2
	);
}

function ownTexts(event: TraceEvent): readonly string[] {
	switch (event.type) {
		case 'sse':
		case 'body': {
			return [event.data];
		}

		case 'altered': {
			return [event.data ?? ''];
		}

		case 'response': {
			return [printJson(event.headers)];
		}

		case 'end': {
			return event.error === null ? [] : [printJson(event.error)];
		}

		case 'request': {
			return [];
		}
	}
}
