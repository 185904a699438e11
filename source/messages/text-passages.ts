import type {BlockSnapshot} from './message-snapshot.js';

/** Blocks that are read as one, and the index of the first: adjacent text blocks, or a single block of another kind. */
export type Passage<Block> = {
	readonly first: number;
	readonly blocks: readonly Block[];
};

/**
 * Divides a message's blocks into passages. An answer with citations arrives as many text blocks, with each statement that cites a source in
 * its own block. Only together do they form the Markdown that the model wrote
 * (https://platform.claude.com/docs/en/build-with-claude/citations).
 */
export function passagesOf<Block extends {readonly type?: unknown}>(
	blocks: readonly Block[],
): ReadonlyArray<Passage<Block>> {
	const passages: {first: number; blocks: Block[]}[] = [];
	for (const [index, block] of blocks.entries()) {
		const last = passages.at(-1);
		if (last !== undefined && block.type === 'text' && last.blocks[0]?.type === 'text') {
			last.blocks.push(block);
		} else {
			passages.push({first: index, blocks: [block]});
		}
	}

	return passages;
}

/** The readable text of a message: the text of each passage, with an empty line where something else came between. */
export function answerText(blocks: readonly BlockSnapshot[]): string {
	return passagesOf(blocks)
		.filter(({blocks: [block]}) => block?.type === 'text')
		.map(passage => passage.blocks.map(({text}) => text).join(''))
		.filter(text => text !== '')
		.join('\n\n');
}
