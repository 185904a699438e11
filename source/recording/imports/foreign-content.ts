import {dialectOf, quoted} from '../../messages/dialect.js';
import {isObject, parseJson, stringAt} from '../../wire/json.js';
import type {Sample} from './sample.js';

/** Content that is recognised, but holds no stream or cannot be opened. `what` completes "This is …"; `advice` is a sentence. */
export type ForeignContent = {
	readonly what: string;
	readonly advice: string;
};

const saveBody = 'Save the body of the response, for example with curl -N … > stream.sse.';

const unpackIt = 'Unpack it, and inspect the files in it.';

/** The magic word of a tar archive, whose files stand in it as they are. */
const tarHead = /^[\s\S]{257}ustar/;

/** Whether a text must not be judged although it holds the lines of one. */
export function isArchive(beginning: string): boolean {
	return tarHead.test(beginning);
}

type Sign = readonly [pattern: RegExp, what: string, advice: string];

/** By how the text begins. Binary formats are recognised by the characters that their first bytes decode to. */
const beginnings: readonly Sign[] = [
	[
		/^\u001F(?:\uFFFD|\u008B)\u0008/,
		'gzip decoded as text: something read compressed bytes as UTF-8, and what they said is lost',
		'Ask for the response without compression, or decompress it before it becomes text.',
	],
	[/^PK\u0003\u0004/, 'a ZIP archive', unpackIt],
	[tarHead, 'a tar archive', unpackIt],
	[/^\uFFFD7zXZ/, 'a file compressed with xz', 'Decompress it first: xz -d FILE.'],
	[/^BZh\d1AY&SY/, 'a file compressed with bzip2', 'Decompress it first: bzip2 -d FILE.'],
	[/^7z\uFFFD\uFFFD/, 'a 7-Zip archive', unpackIt],
	[
		/^[\0\uFFFD\uFEFF]{0,4}(?:(?:[\t\n\r -~]\0{1,3}){4}|(?:\0{1,3}[\t\n\r -~]){4})/,
		'text in UTF-32',
		'Turn it into UTF-8: iconv -f UTF-32 -t UTF-8 FILE.',
	],
	[
		/^[\da-f]{6,8}:? +(?:[\da-f]{2,4} +){4}|^0000000 (?: +\S{1,3}){8}/,
		'a hex dump',
		'Save the bytes themselves; xxd -r FILE turns a dump of xxd back into them.',
	],
	[/^(?:[\w+/]{60,}\s+)+[\w+/]*={0,2}\s*$/, 'base64', 'Decode it first: base64 -d FILE > stream.sse.'],
	[/^%PDF-/, 'a PDF', saveBody],
	[/^\uFFFDPNG|^GIF8|^\uFFFD\uFFFD\uFFFD[\uFFFD\u0010]/, 'a picture', saveBody],
	[/^SQLite format 3/, 'an SQLite database', 'Export the exchanges from the program that wrote it.'],
	[
		/^(?:\uFFFD\uFFFD\uFFFD\uFFFD|\n\r\r\n|M<\uFFFD\uFFFD)/,
		'a packet capture',
		'Export the HTTP body from it, for example with tshark --export-objects http,FOLDER.',
	],
	[/^\{"version":\s*[23],[^\n]*"(?:width|term)"/, 'a terminal recording by asciinema', saveBody],
	[/^<(?:!doctype|html|head|\?xml)/i, 'a page of HTML or XML', saveBody],
];

/** Of a longer text, only the beginning is examined, in UTF-16 units. */
const longText = 60_000;

/** Names content that no format's sign was found in. */
export function foreignContent({text, lines, objects}: Sample): ForeignContent {
	const known = beginnings.find(([pattern]) => pattern.test(text));
	if (known !== undefined) {
		return {what: known[1], advice: known[2]};
	}

	const value = parseJson(text);
	const values = isObject(value) ? [value] : Array.isArray(value) ? value.filter(isObject) : objects;
	const dialect = values.map(dialectOf).find(found => found !== null);
	if (dialect !== undefined) {
		return {
			what: `${dialect}, not the Messages API`,
			advice: 'Only streams of the Messages API can be judged.',
		};
	}

	const [line = ''] = lines;
	if (isObject(value) || isObject(parseJson(line)) || objects.length > 1) {
		const type = stringAt(isObject(value) ? value : objects[0], 'type');
		return {
			what: isObject(value)
				? `JSON that holds no Messages events${type === '' ? '' : `; its type is ${quoted(type)}`}: ${quoted(text)}`
				: `lines of JSON that are not Messages events: the first is ${quoted(line)}`,
			advice: saveBody,
		};
	}

	if (/^[{[]/.test(text) && text.length >= longText) {
		return {what: `JSON that holds no Messages events: ${quoted(text)}`, advice: saveBody};
	}

	if (/^[{[]/.test(text)) {
		return {what: `JSON that is cut off or broken: ${quoted(line)}`, advice: 'Capture it again, whole.'};
	}

	return isBinary(text)
		? {what: 'binary data of an unknown kind', advice: saveBody}
		: {what: `text without the lines of a stream: it begins with ${quoted(line)}`, advice: saveBody};
}

function isBinary(text: string): boolean {
	const odd = text.slice(0, 1000).match(/[\u0000-\u0008\u000E-\u001A\uFFFD]/g)?.length ?? 0;
	return odd > 0 && odd * 20 >= Math.min(text.length, 1000);
}
