import type {JsonObject} from '../../wire/json.js';
import {pictureSize} from './picture-size.js';

/** Why the API would refuse a file, as the end of a sentence that begins with its name, and what to do instead. */
export type FileProblem = {readonly words: string; readonly hint: string};

/**
 * In characters of base64. Source: the API's error "image exceeds 10 MB maximum: … bytes > 10485760 bytes", which counts the encoded picture.
 */
const maxPicture = 10 * 1024 * 1024;

/** In pixels: https://platform.claude.com/docs/en/build-with-claude/vision, "General limits" */
const maxEdge = 8000;

/** The content block for a file: an image, a PDF or a plain text. The first bytes say which, because the name may be wrong. */
export function fileBlock(
	bytes: Uint8Array,
	title: string,
): {readonly block: JsonObject} | {readonly problem: FileProblem} {
	const mediaType = mediaTypeOf(bytes);
	if (mediaType === null) {
		const data = textOfBytes(bytes);
		return data === null
			? {problem: {words: 'is no picture, PDF or text', hint: takenFiles}}
			: {block: {type: 'document', source: {type: 'text', media_type: 'text/plain', data}, title}};
	}

	const data = Buffer.from(bytes).toString('base64');
	const source = {type: 'base64', media_type: mediaType, data};
	if (mediaType === 'application/pdf') {
		return {block: {type: 'document', source, title}};
	}

	const problem = pictureProblem(bytes, data.length);
	return problem === null ? {block: {type: 'image', source}} : {problem};
}

const takenFiles = 'The API takes images (PNG, JPEG, GIF, WebP), PDFs, and text in UTF-8.';

function pictureProblem(bytes: Uint8Array, encoded: number): FileProblem | null {
	if (encoded > maxPicture) {
		return {
			words: 'is too large for a picture',
			hint: 'The API takes pictures of up to 7.8 MB. Make it smaller, or save it as JPEG.',
		};
	}

	const size = pictureSize(bytes);
	return size !== null && Math.max(size.width, size.height) > maxEdge
		? {
				words: `has ${size.width} × ${size.height} pixels`,
				hint: `The API takes pictures of up to ${maxEdge} pixels a side. Make it smaller.`,
			}
		: null;
}

const beginnings: ReadonlyArray<readonly [mediaType: string, pattern: RegExp]> = [
	['image/png', /^\x89PNG\r\n/],
	['image/jpeg', /^\xFF\xD8\xFF/],
	['image/gif', /^GIF8[79]a/],
	['image/webp', /^RIFF.{4}WEBP/s],
	['application/pdf', /^%PDF-/],
];

function mediaTypeOf(bytes: Uint8Array): string | null {
	const beginning = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
	return beginnings.find(([, pattern]) => pattern.test(beginning))?.[0] ?? null;
}

/** Decodes the bytes as UTF-8; `null` if they are not text. */
export function textOfBytes(bytes: Uint8Array): string | null {
	try {
		const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
		return text.includes('\0') ? null : text;
	} catch {
		return null;
	}
}
