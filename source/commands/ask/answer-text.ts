import type {TextSink} from './text-sink.js';

/** A piece of an answer, taken from one event. */
type AnswerEvent = {
	readonly type: string;
	readonly content_block?: {readonly type: string; readonly text?: string};
	readonly delta?: {readonly type?: string; readonly text?: string};
};

/** Writes the text of an answer as it arrives. */
export type AnswerText = {
	event(event: AnswerEvent): void;
	/** Does the same for an answer that was not streamed. */
	blocks(blocks: ReadonlyArray<{readonly type: string; readonly text?: string}>): void;
	/** Ends the line. The text of another answer may follow. */
	end(): void;
};

/**
 * Only the text of the answer's text blocks. Successive text blocks are joined, because citations split an answer into many. A blank line
 * replaces anything else between two of them, such as a search.
 */
export function createAnswerText(sink: TextSink): AnswerText {
	let hasText = false;
	let isApart = false;
	let ending = '';

	const write = (text: string) => {
		if (text === '') {
			return;
		}

		if (isApart && hasText) {
			sink.write('\n'.repeat(2 - lineFeeds(ending)));
		}

		isApart = false;
		hasText = true;
		ending = (ending + text).slice(-2);
		sink.write(text);
	};

	const open = (block: {readonly type: string; readonly text?: string} | undefined) => {
		isApart ||= block?.type !== 'text';
		write(block?.type === 'text' ? (block.text ?? '') : '');
	};

	return {
		event({type, content_block: block, delta}) {
			if (type === 'content_block_delta' && delta?.type === 'text_delta') {
				write(delta.text ?? '');
			} else if (type === 'content_block_start') {
				open(block);
			}
		},
		blocks(blocks) {
			for (const block of blocks) {
				open(block);
			}
		},
		end() {
			sink.end();
			if (hasText && lineFeeds(ending) === 0) {
				ending = `${ending.slice(-1)}\n`;
				sink.write('\n');
				sink.end();
			}
		},
	};
}

/** Counts the line feeds at the end of a text of two characters. */
function lineFeeds(ending: string): number {
	return ending.endsWith('\n\n') ? 2 : ending.endsWith('\n') ? 1 : 0;
}
