import path from 'node:path';

/** A path as a person writes it: `~` for the home folder. */
export function homePath(file: string, home: string): string {
	return home !== '' && file.startsWith(home + path.sep) ? `~${file.slice(home.length)}` : file;
}
