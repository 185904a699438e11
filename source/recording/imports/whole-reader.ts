import type {CaptureReader} from './capture-format.js';
import type {Imported} from './imported.js';

/** Takes a text in pieces and reads it when it is whole. */
export type WholeReader = {
	/** `bytes` are those that the text was decoded from, if they are not simply its UTF-8. */
	feed(text: string, bytes?: Uint8Array | null): void;
	end(): Imported | Promise<Imported>;
};

/** In UTF-16 units: half of what V8 keeps in one string, which a reader may have to copy. */
const usualLimit = 2 ** 28;

/** A reader that collects a whole text. If it is longer than `limit`, only the beginning is read, and a note says so. */
export function createWholeReader(
	reader: Exclude<CaptureReader, {takes: 'pieces'}>,
	limit: number = usualLimit,
): WholeReader {
	const texts: string[] = [];
	const bytes: Uint8Array[] = [];
	let length = 0;
	return {
		feed(text, raw = null) {
			if (length <= limit && reader.takes === 'text') {
				texts.push(text);
			} else if (length <= limit) {
				bytes.push(raw ?? Buffer.from(text));
			}

			length += text.length;
		},
		async end() {
			const imported = await (reader.takes === 'text'
				? reader.read(texts.join('').slice(0, limit))
				: reader.read(Buffer.concat(bytes)));
			return length > limit ? {...imported, loss: tooLong(limit)} : imported;
		},
	};
}

function tooLong(limit: number): string {
	return `It holds more than ${limit.toLocaleString('en')} characters, which is too much to read: only its beginning was read.`;
}
