import type {SseEvent} from '../../../wire/sse-event.js';
import {decode} from '../../decode.js';
import {isContent} from '../../vocabulary/piece.js';
import {type ConformanceState, report} from '../conformance-state.js';
import {mojibakeIn} from '../mojibake.js';
import {quote} from '../quote.js';
import {contentRules} from '../rules/content-rules.js';

const beyondAscii = /[^\0-\u007F]/;
const replacements = /\uFFFD+/g;

/** Checks the characters of the content that an event brings. What servers quote, such as a web page, is not the stream's fault. */
export function checkCharacters(
	state: ConformanceState,
	event: SseEvent,
	position: number,
): ConformanceState {
	const {piece} = decode(event);
	if (!isContent(piece) || !beyondAscii.test(piece.text)) {
		return state;
	}

	return checkMojibake(checkLost(state, piece.text, position), piece.text, position);
}

function checkLost(state: ConformanceState, text: string, position: number): ConformanceState {
	const lost = [...text.matchAll(replacements)];
	const [first] = lost;
	if (first === undefined) {
		return state;
	}

	const count = lost.reduce((sum, [run]) => sum + run.length, 0);
	const message = `characters were lost before they arrived (U+FFFD × ${count}): ${around(text, first.index)}`;
	return report(state, contentRules.lostCharacters, position, message);
}

function checkMojibake(state: ConformanceState, text: string, position: number): ConformanceState {
	const {certain, doubtful, sound} = mojibakeIn(text);
	const characters = {
		hasSound: state.characters.hasSound || sound > 0,
		doubtful: state.characters.doubtful + doubtful,
	};
	const isKnown = doubtful === 0 && characters.hasSound === state.characters.hasSound;
	const next = isKnown ? state : {...state, characters};
	const isLikely = doubtful > 0 && characters.doubtful > 1 && !characters.hasSound;
	const found = certain ?? (isLikely ? {index: 0, as: null} : null);
	if (found === null) {
		return next;
	}

	const meant = found.as === null ? '' : `, probably ${quote(found.as)}`;
	const message = `UTF-8 that was decoded as another encoding: ${around(text, found.index)}${meant}`;
	return report(next, contentRules.mojibake, position, message);
}

/** How much of a text is quoted before the place that matters, in UTF-16 units. */
const before = 12;

function around(text: string, index: number): string {
	return quote(text.slice(Math.max(0, index - before), index + 2 * before));
}
