import {formatBytes} from '../text/format-numbers.js';
import {sanitizeLine} from '../text/sanitize.js';
import {isObject, type JsonObject, objectAt, stringAt} from '../wire/json.js';

/** The content of a message, as on the wire. */
export type Content = string | readonly JsonObject[];

/** A file in a prompt: its content block, and its name, which is empty where the wire has none. */
export type Attachment = {readonly name: string; readonly block: JsonObject};

/** What a person asks: a text, or texts and files in their order. */
export type Prompt = string | ReadonlyArray<string | Attachment>;

/** The parts of a prompt, in order. */
export function promptParts(prompt: Prompt): ReadonlyArray<string | Attachment> {
	return typeof prompt === 'string' ? [prompt] : prompt;
}

/** The prompt as the content of a message. The API refuses texts without words, so they are left out beside a file. */
export function promptContent(prompt: Prompt): Content {
	return typeof prompt === 'string'
		? prompt
		: prompt
				.filter(part => typeof part !== 'string' || part.trim() !== '')
				.map(part => (typeof part === 'string' ? {type: 'text', text: part} : part.block));
}

/**
 * The inverse: the prompt in the content of a message, which may be anything. Texts in a row become one. Tool results are no part of a prompt, and neither is the mark
 * for the cache.
 */
export function promptIn(content: unknown): Prompt {
	if (!Array.isArray(content)) {
		return typeof content === 'string' ? content : '';
	}

	const parts: Array<string | Attachment> = [];
	for (const part of content.filter(isObject).map(partOf)) {
		const last = parts.at(-1);
		if (typeof part === 'string' && typeof last === 'string') {
			parts[parts.length - 1] = `${last}\n${part}`;
		} else if (part !== null) {
			parts.push(part);
		}
	}

	const [only = '', ...more] = parts;
	return typeof only === 'string' && more.length === 0 ? only : parts;
}

function partOf({cache_control: _, ...block}: JsonObject): string | Attachment | null {
	switch (block.type) {
		case 'text': {
			return stringAt(block, 'text');
		}

		case 'tool_result': {
			return null;
		}

		default: {
			return {name: stringAt(block, 'title'), block};
		}
	}
}

/** The prompt as one text, with a label for each file. */
export function promptWords(prompt: Prompt): string {
	return typeof prompt === 'string'
		? prompt
		: prompt.map(part => (typeof part === 'string' ? part : attachmentLabel(part))).join(' ');
}

/** Characters of a name in a label. The rest of a longer one is cut off. */
const maxName = 40;

/** A label for a file, safe to show: `[chart.png 48.0 kB]`. A picture that was sent has no name, so its type is there instead. */
export function attachmentLabel({name, block}: Attachment): string {
	const source = objectAt(block, 'source');
	const words = [name || kindOf(block, source), sizeOf(source)].filter(word => word !== '');
	return `[${words.map(word => shortened(sanitizeLine(word))).join(' ')}]`;
}

function shortened(name: string): string {
	const characters = [...name.slice(0, 2 * maxName)];
	return characters.length > maxName ? `${characters.slice(0, maxName - 1).join('')}…` : name;
}

/** `PNG`, `PDF`, `text`, or the type of the block. */
function kindOf(block: JsonObject, source: JsonObject): string {
	const mediaType = stringAt(source, 'media_type');
	const subtype = mediaType.slice(mediaType.indexOf('/') + 1);
	return mediaType === ''
		? stringAt(block, 'type') || 'block'
		: subtype === 'plain'
			? 'text'
			: subtype.toUpperCase();
}

/** The size of what is in the request; otherwise the address or the id of what is not. */
function sizeOf(source: JsonObject): string {
	const {type, data} = source;
	if (typeof data !== 'string') {
		return stringAt(source, 'url') || stringAt(source, 'file_id');
	}

	return formatBytes(type === 'base64' ? bytesInBase64(data) : new TextEncoder().encode(data).length);
}

function bytesInBase64(data: string): number {
	const padding = data.endsWith('==') ? 2 : data.endsWith('=') ? 1 : 0;
	return Math.max(0, (data.length * 3) / 4 - padding);
}

/** Prompts one after the other, with an empty line between them. */
export function joinPrompts(prompts: readonly Prompt[]): Prompt {
	const parts = prompts
		.filter(prompt => prompt !== '')
		.flatMap((prompt, index) => [...(index === 0 ? [] : ['\n\n']), ...promptParts(prompt)]);
	return parts.every(part => typeof part === 'string') ? parts.join('') : parts;
}
