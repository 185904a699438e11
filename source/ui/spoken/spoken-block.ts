import {type BlockSnapshot, toolInput} from '../../messages/message-snapshot.js';
import {isToolBlock} from '../../messages/vocabulary/blocks.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {Row} from '../../text/segment.js';
import {isObject, printJson, stringAt} from '../../wire/json.js';
import {blockRows, citationRows} from '../conversation/block-rows.js';

/** Wide enough that nothing is wrapped. The terminal wraps. */
export const unwrapped = 100_000;

/** A word about the start of a block that is not text. */
export function blockAnnouncement(block: BlockSnapshot): string {
	if (block.type === 'thinking') {
		return 'Thinking.';
	}

	if (isToolBlock(block.type)) {
		return `Tool call: ${sanitizeLine(stringAt(block.start, 'name') || block.type)}.`;
	}

	return `${capitalised(sanitizeLine(block.type).replaceAll('_', ' '))}.`;
}

/**
 * The spoken details of a complete block, besides its text: the input of a tool, the content of a result, the sources of a text, whose
 * numbers continue from `citations`.
 */
export function blockDetails(block: BlockSnapshot, citations = 0): readonly string[] {
	if (block.type === 'text') {
		return citationRows(block, unwrapped, citations + 1).map(row => `Source${spokenRow(row)}`);
	}

	if (isToolBlock(block.type)) {
		const input = toolInput(block);
		const isEmpty = isObject(input) && Object.keys(input).length === 0;
		return [isEmpty ? 'No input.' : `Input: ${sanitizeLine(printJson(input))}`];
	}

	const isThinking = block.type === 'thinking' || block.type === 'redacted_thinking';
	return isThinking ? [] : blockRows(block, {width: unwrapped, isOpen: false}).slice(1).map(spokenRow);
}

/** A row without the signs that replace words elsewhere. */
export function spokenRow(row: Row): string {
	const text = row.map(segment => segment.text).join('');
	return text
		.replace(/^\s*[│■✗→▪▸↳?] ?/, '')
		.replace(' · t unfolds', '')
		.trimEnd();
}

function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
