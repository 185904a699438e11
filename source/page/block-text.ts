import {type BlockSnapshot, blockOf} from '../messages/message-snapshot.js';
import {isToolBlock} from '../messages/vocabulary/blocks.js';
import {printJson, stringAt} from '../wire/json.js';

/**
 * What a page shows of a content block. `kind` is its class in the style sheet; `heading` is empty for text, which needs none. `sources` are
 * those that a text cites, to be shown behind it.
 */
export type BlockText = {
	readonly kind: 'text' | 'thinking' | 'tool' | 'result' | 'other';
	readonly heading: string;
	readonly text: string;
	readonly sources: string;
};

export function blockText(block: BlockSnapshot): BlockText {
	const {type, start} = block;
	const kind = kindOf(type);
	const name = stringAt(start, 'name');
	return {
		kind,
		heading: kind === 'text' ? '' : [type, name].filter(Boolean).join(' · '),
		text: textOfBlock(block, kind),
		sources: sourcesOf(block),
	};
}

function kindOf(type: string): BlockText['kind'] {
	if (type === 'text' || type === 'thinking') {
		return type;
	}

	return isToolBlock(type) ? 'tool' : type.endsWith('_result') ? 'result' : 'other';
}

function textOfBlock(block: BlockSnapshot, kind: BlockText['kind']): string {
	switch (kind) {
		case 'text':
		case 'thinking': {
			return block.text;
		}

		case 'tool': {
			const input = printJson(block.start.input ?? {}, 2);
			return block.partialJson ?? (input === '{}' ? '' : input);
		}

		case 'result':
		case 'other': {
			const whole = blockOf(block);
			return typeof whole.content === 'string' ? whole.content : printJson(whole.content ?? whole, 2);
		}
	}
}

/** The title and the address of each source; the kind of one that has neither. */
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
