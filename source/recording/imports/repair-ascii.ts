import {parseJson} from '../../wire/json.js';

/**
 * Puts the line feeds of an event stream back where `curl --trace-ascii` has written dots. Nothing moves: the text keeps its length.
 * What was not ASCII stays dots.
 */
export function repairStream(text: string): string {
	let repaired = '';
	while (repaired.length < text.length) {
		repaired += repairLine(text, repaired.length);
	}

	return repaired;
}

const fieldStart = /^(?:(?:event|data|id|retry):|[.:]|$)/;

/** One line with its line feed, from `start` on. A line ends at a dot after which another line, a blank one or nothing begins. */
function repairLine(text: string, start: number): string {
	const isData = text.startsWith('data:', start);
	let fallback = -1;
	for (let dot = text.indexOf('.', start); dot !== -1; dot = text.indexOf('.', dot + 1)) {
		if (dot === start || fieldStart.test(text.slice(dot + 1, dot + 8))) {
			if (dot === start || !isData || isWholeJson(text.slice(start + 5, dot))) {
				return `${text.slice(start, dot)}\n`;
			}

			fallback = fallback === -1 ? dot : fallback;
		}
	}

	return fallback === -1 ? text.slice(start) : `${text.slice(start, fallback)}\n`;
}

function isWholeJson(text: string): boolean {
	return /[}\]]\s*$/.test(text) && parseJson(text) !== undefined;
}

/** Puts spaces where line feeds stood between the tokens of a JSON text; its strings hold none. */
export function repairJson(text: string): string {
	return text.replaceAll(/"(?:[^"\\]|\\.)*"|\d\.\d|\./g, token => (token === '.' ? ' ' : token));
}
