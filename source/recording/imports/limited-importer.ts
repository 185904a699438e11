import type {Importer} from './imported.js';

/** In UTF-16 units: half of what V8 keeps in one string, which an importer may have to copy. */
const usualLimit = 2 ** 28;

/**
 * An importer of a stream that stops at an event that is too long to read, and says so. Blank lines end an event. The stream itself may be of
 * any length.
 */
export function limitedImporter(importer: Importer, limit: number = usualLimit): Importer {
	let length = 0;
	let isFull = false;
	return {
		feed(text) {
			const end = lastEventEnd(text);
			isFull ||= length + (end === 0 ? text.length : text.search(/\n\r?\n/)) > limit;
			if (!isFull) {
				length = end === 0 ? length + text.length : text.length - end;
				importer.feed(text);
			}
		},
		async end() {
			const imported = await importer.end();
			return isFull ? {...imported, loss: fullNote(limit)} : imported;
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

function fullNote(limit: number): string {
	return `An event of it has more than ${limit.toLocaleString('en')} characters, which is too much to read: only what comes before was read.`;
}
