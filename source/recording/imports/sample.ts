import {isObject, type JsonObject, parseJson} from '../../wire/json.js';

/**
 * The beginning of a text, from which its format is recognised. `text` is without a byte order mark and leading blank lines, `lines` are the
 * first that are not blank, and `objects` are those of them that are JSON objects.
 */
export type Sample = {
	readonly text: string;
	readonly lines: readonly string[];
	readonly objects: readonly JsonObject[];
};

const sampledLines = 50;

export function sampleOf(beginning: string): Sample {
	const text = beginning.replace(/^\uFEFF?(?:[^\S\n]*\n)*/, '');
	const lines = text.split(/\r\n|\n|\r/, sampledLines).filter(line => line.trim() !== '');
	return {text: text.trimStart(), lines, objects: lines.map(parseJson).filter(isObject)};
}
