import {parseJson} from '../../wire/json.js';

/**
 * Restores the line feeds of an event stream that `curl --trace-ascii` wrote as dots. The text keeps its length. Non-ASCII characters stay
 * dots.
 */
export function repairStream(text: string): string {
	let repaired = '';
	while (repaired.length < text.length) {
		repaired += repairLine(text, repaired.length);
	}

	return repaired;
}

const fieldStart = /^(?:(?:event|data|id|retry):|[.:]|$)/;

/** Returns the line that starts at `start`, with its line feed. A line ends at a dot that is followed by another line, a blank line or the end. */
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

/** Puts spaces in place of line feeds between the tokens of a JSON text. Its strings contain none. */
export function repairJson(text: string): string {
	return text.replaceAll(/"(?:[^"\\]|\\.)*"|\d\.\d|\./g, token => (token === '.' ? ' ' : token));
}
