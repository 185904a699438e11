import type {TextSink} from './text-sink.js';

/** A piece of an answer, as its events bring it. */
type AnswerEvent = {
	readonly type: string;
	readonly content_block?: {readonly type: string; readonly text?: string};
	readonly delta?: {readonly type?: string; readonly text?: string};
};

/** Writes the text of an answer as it comes. */
export type AnswerText = {
	event(event: AnswerEvent): void;
	/** The same for an answer that came whole. */
	blocks(blocks: ReadonlyArray<{readonly type: string; readonly text?: string}>): void;
	end(): void;
};

/**
 * Nothing but the text of the answer's text blocks. Successive blocks belong together: citations cut an answer into many. Where something
 * else, such as a search, stood between them, a blank line does.
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
				sink.write('\n');
				sink.end();
			}
		},
	};
}

/** How many line feeds a text of two characters ends with. */
function lineFeeds(ending: string): number {
	return ending.endsWith('\n\n') ? 2 : ending.endsWith('\n') ? 1 : 0;
}
