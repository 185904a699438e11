import {type Json, printJson, stringAt} from '../../wire/json.js';

/** The content of a result as one text. */
export function resultText(content: Json | undefined): string {
	if (Array.isArray(content)) {
		return content.map(item => stringAt(item, 'text') || printJson(item, 2)).join('\n');
	}

	return typeof content === 'string' ? content : printJson(content ?? null, 2);
}
