import {sanitize} from '../../text/sanitize.js';

type Stream = {
	readonly isTTY?: boolean;
	write(chunk: string | Uint8Array): unknown;
};

/** A destination for text that arrives in pieces. */
export type TextSink = {
	write(text: string): void;
	/** Writes the text that was held back. */
	end(): void;
};

/** Writes text unchanged to a pipe or a file. For a terminal, control characters are made visible. */
export function createTextSink(stream: Stream): TextSink {
	const sink = gatheringSink(text => stream.write(text));
	return stream.isTTY === true ? sanitizingSink(sink) : sink;
}

/**
 * Writes the first piece in a turn of the event loop at once and joins the others of the same turn. When one read brings hundreds of
 * events, a write for each would cost more than everything else.
 */
function gatheringSink(write: (text: string) => void): TextSink {
	let gathered: string | null = null;
	const flush = () => {
		const text = gathered ?? '';
		gathered = null;
		if (text !== '') {
			write(text);
		}
	};

	return {
		write(text) {
			if (gathered === null) {
				gathered = '';
				setImmediate(flush);
				write(text);
			} else {
				gathered += text;
			}
		},
		end: flush,
	};
}

/** An ending that is shown differently depending on what follows: CR, half a surrogate pair, a flag before its tags. */
const unsettled = /(?:\r|\u{1F3F4}[\u{E0020}-\u{E007F}]*[\uD800-\uDBFF]?|[\uD800-\uDBFF])$/u;
const plain = /^[\n\u0020-\u007E]*$/;

/** How a character is shown depends on those before it, so the growing line is kept until it ends in plain letters. */
function sanitizingSink(sink: TextSink): TextSink {
	let line = '';
	let shown = 0;
	let held = '';

	const show = (text: string) => {
		line += text;
		const whole = sanitize(line);
		sink.write(whole.slice(shown));
		const rest = plain.test(line) ? line.slice(-1) : line.slice(line.lastIndexOf('\n') + 1);
		shown = sanitize(rest).length;
		line = rest;
	};

	return {
		write(text) {
			const all = held + text;
			const end = unsettled.exec(all)?.index ?? all.length;
			held = all.slice(end);
			if (end > 0) {
				show(all.slice(0, end));
			}
		},
		end() {
			if (held !== '') {
				show(held);
				held = '';
			}

			sink.end();
		},
	};
}
