import {randomBytes} from 'node:crypto';
import path from 'node:path';

export const recordingExtension = '.ndjson';

/** A new session's id: the local date and time, so that names sort by age, and four hexadecimal digits: `2026-11-22-1512-3fa9`. */
export function createSessionId(date: Date): string {
	const digits = (value: number) => String(value).padStart(2, '0');
	const day = [date.getFullYear(), digits(date.getMonth() + 1), digits(date.getDate())].join('-');
	return `${day}-${digits(date.getHours())}${digits(date.getMinutes())}-${randomBytes(2).toString('hex')}`;
}

/** The id of a recording is its file's name without the extension. */
export function sessionIdOf(file: string): string {
	return path.basename(file, recordingExtension);
}
