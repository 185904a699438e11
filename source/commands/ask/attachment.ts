import type {JsonObject} from '../../wire/json.js';

/** The content block for a file: an image, a PDF or a plain text; `null` for anything else. */
export function attachmentBlock(bytes: Uint8Array, title: string): JsonObject | null {
	const mediaType = mediaTypeOf(bytes);
	if (mediaType !== null) {
		const source = {type: 'base64', media_type: mediaType, data: Buffer.from(bytes).toString('base64')};
		return mediaType === 'application/pdf' ? {type: 'document', source, title} : {type: 'image', source};
	}

	const data = textOfBytes(bytes);
	return data === null
		? null
		: {type: 'document', source: {type: 'text', media_type: 'text/plain', data}, title};
}

/** The first bytes tell the type of a file; its name may be wrong. */
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
