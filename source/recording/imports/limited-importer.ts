import type {Importer} from './imported.js';

/** In UTF-16 units: half of what V8 keeps in one string, which an importer may have to copy. */
const usualLimit = 2 ** 28;

/**
 * An importer that stops where a text holds more in one piece than can be read, and says so. The piece is the whole text, as for JSON, or one
 * event of a stream: blank lines end it.
 */
export function limitedImporter(
	importer: Importer,
	piece: 'text' | 'event',
	limit: number = usualLimit,
): Importer {
	let length = 0;
	let isFull = false;
	return {
		feed(text) {
			const end = piece === 'text' ? 0 : lastEventEnd(text);
			isFull ||= length + (end === 0 ? text.length : text.search(/\n\r?\n/)) > limit;
			if (!isFull) {
				length = end === 0 ? length + text.length : text.length - end;
				importer.feed(text);
			}
		},
		end() {
			const imported = importer.end();
			return isFull ? {...imported, notes: [...imported.notes, fullNote(piece, limit)]} : imported;
		},
	};
}

/** The offset behind the last blank line, or 0. */
function lastEventEnd(text: string): number {
	const ends = ['\n\n', '\n\r\n'].map(blank => {
		const start = text.lastIndexOf(blank);
		return start === -1 ? 0 : start + blank.length;
	});
	return Math.max(...ends);
}

function fullNote(piece: 'text' | 'event', limit: number): string {
	const much = `more than ${limit.toLocaleString('en')} characters`;
	return piece === 'text'
		? `It holds ${much}, which is too much to read: only its beginning was read.`
		: `An event of it has ${much}, which is too much to read: only what comes before was read.`;
}
