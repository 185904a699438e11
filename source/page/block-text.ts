import {type BlockSnapshot, blockOf} from '../messages/message-snapshot.js';
import type {BlockForm} from '../messages/vocabulary/block-vocabulary.js';
import {blockVocabulary} from '../messages/vocabulary/blocks.js';
import {printJson, stringAt} from '../wire/json.js';

/**
 * What a page shows of a content block. `form` is its class in the style sheet. `heading` is empty for text, which needs none. `sources` are
 * the citations shown after a text.
 */
export type BlockText = {
	readonly form: BlockForm;
	readonly heading: string;
	readonly text: string;
	readonly sources: string;
};

export function blockText(block: BlockSnapshot): BlockText {
	const {type, start} = block;
	const {form} = blockVocabulary(type);
	const name = stringAt(start, 'name');
	return {
		form,
		heading: form === 'text' ? '' : [type, name].filter(Boolean).join(' · '),
		text: textOfBlock(block, form),
		sources: sourcesOf(block),
	};
}

function textOfBlock(block: BlockSnapshot, form: BlockForm): string {
	switch (form) {
		case 'text':
		case 'thinking': {
			return block.text;
		}

		case 'call': {
			const input = printJson(block.start.input ?? {}, 2);
			return block.partialJson ?? (input === '{}' ? '' : input);
		}

		case 'redacted':
		case 'result':
		case 'plain':
		case 'unknown': {
			const whole = blockOf(block);
			return typeof whole.content === 'string' ? whole.content : printJson(whole.content ?? whole, 2);
		}
	}
}

/** The title and address of each source, or the kind of a source that has neither. */
function sourcesOf(block: BlockSnapshot): string {
	const {citations} = blockOf(block);
	return (Array.isArray(citations) ? citations : [])
		.map(citation => {
			const title = stringAt(citation, 'title') || stringAt(citation, 'document_title');
			const address = stringAt(citation, 'url') || stringAt(citation, 'source');
			return ` [${[title, address].filter(Boolean).join(', ') || stringAt(citation, 'type')}] `;
		})
		.join('');
}
