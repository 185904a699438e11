import {createLineSplitter, type LineSplitter} from '../split-lines.js';
import {type LineWrapping, lineWrappings, terminalEscapes, type Unwrap} from './line-wrappings.js';

/** Lines that a shell or `script` leaves around what was captured. */
const terminalLine =
	/^(?:Script (?:started|done)\b.*|[^\r\n]{0,60}[$%#❯➜] (?:curl|http|https|wget|nc|cat|python3?|node)\b.*|\^C|```\w*)$/;

/** How many of the lines may lack what the others have, such as the command that was typed. */
const enough = 0.8;

/** In the beginning of a text, only so many lines are examined. */
const examinedLines = 200;

/** Wrappings may be nested: times around the names of services. */
const maxWrappings = 3;

/**
 * Finds out what was put around the lines of a text that is not recognised as it is. `isRecognised` is asked about the text without it. An empty
 * list means that nothing helps.
 */
export function findWrappings(
	beginning: string,
	isRecognised: (text: string) => boolean,
	found: readonly LineWrapping[] = [],
): readonly LineWrapping[] {
	if (found.length === maxWrappings) {
		return [];
	}

	const text = found.length === 0 ? beginning : unwrapped(beginning, found);
	for (const wrapping of lineWrappings) {
		if (found.includes(wrapping) || !fits(text, wrapping)) {
			continue;
		}

		const next = [...found, wrapping];
		if (isRecognised(unwrapped(beginning, next))) {
			return next;
		}

		const deeper = findWrappings(beginning, isRecognised, next);
		if (deeper.length > 0) {
			return deeper;
		}
	}

	return [];
}

function fits(text: string, {create, isOccasional}: LineWrapping): boolean {
	const unwrap = create();
	const lines = text.split('\n', examinedLines).filter(line => line.trim() !== '');
	const fitting = lines.filter(line => {
		const rest = unwrap(line);
		return rest !== null && rest !== `${line}\n`;
	});
	// The last line may be cut.
	return fitting.length > 0 && (isOccasional === true || fitting.length >= (lines.length - 1) * enough);
}

/** A whole text without its wrappings. */
export function unwrapped(text: string, wrappings: readonly LineWrapping[]): string {
	let result = '';
	const splitter = unwrapLines(wrappings, piece => {
		result += piece;
	});
	splitter.feed(text);
	splitter.end();
	return result;
}

/** Takes the wrappings off each line of a text that arrives in pieces. Lines of the terminal are left out. */
export function unwrapLines(
	wrappings: readonly LineWrapping[],
	onText: (text: string) => void,
): LineSplitter {
	const unwraps = wrappings.map(({create}) => create());
	let last = '';
	let held = '';
	const give = (text: string) => {
		onText(held + text);
		held = '';
	};
	const splitter = createLineSplitter(line => {
		if (line === null || isTerminalLine(line)) {
			held = line?.startsWith('Script done') ? '' : held;
			return;
		}

		const text = withoutWrappings(line, unwraps);
		// `script` writes a line end of its own before its last line. One behind a field completes an event, and must not wait.
		if (text === '\n' && held === '' && !fieldLine.test(last)) {
			held = text;
		} else {
			give(text);
		}

		last = text;
	});
	return {
		feed: splitter.feed,
		end() {
			splitter.end();
			give('');
		},
	};
}

const fieldLine = /^(?:event|data|id|retry)?:/;

/** A line without a wrapping was not written by the tool, but it may be the rest of one. */
function withoutWrappings(line: string, unwraps: readonly Unwrap[]): string {
	return unwraps.reduce(
		(text, unwrap) => unwrap(text.endsWith('\n') ? text.slice(0, -1) : text) ?? text,
		`${line}\n`,
	);
}

function isTerminalLine(line: string): boolean {
	return terminalLine.test(line.replace(/\r+$/, ''));
}

/** The wrappings of a text that is recognised as it is, if it begins with a line of a terminal. `null` if it does not. */
export function terminalWrappings(beginning: string): readonly LineWrapping[] | null {
	return isTyped(beginning) ? [terminalEscapes] : beginning.split('\n', 3).some(isTerminalLine) ? [] : null;
}

/** Whether a text was written by `script`. */
export function isTyped(beginning: string): boolean {
	return beginning.split('\n', 3).some(line => line.startsWith('Script started'));
}
