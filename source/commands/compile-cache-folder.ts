import {lstatSync, mkdirSync, realpathSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import envPaths from 'env-paths';

/** The parent folders must be as safe as the cache: no other user may replace them. */
const writableByOthers = 0o022;
const readableByOthers = 0o077;
const sticky = 0o1000;

/**
 * The folder for compiled code that the program will run. It is inside the user's cache folder, owned by the user and closed to everyone
 * else. `null` if it does not exist and cannot be made. The program then compiles at every start.
 */
export function compileCacheFolder(
	cache: string = envPaths('streamscope', {suffix: ''}).cache,
): string | null {
	const folder = path.join(cache, 'compiled');
	try {
		mkdirSync(folder, {recursive: true, mode: 0o700});
		return isPrivate(folder) ? folder : null;
	} catch {
		return null;
	}
}

/** Windows has no such modes; access lists protect the folders of a profile. */
function isPrivate(folder: string): boolean {
	const user = process.getuid?.();
	if (user === undefined) {
		return true;
	}

	const own = lstatSync(folder);
	const isOwn = own.isDirectory() && own.uid === user && (own.mode & readableByOthers) === 0;
	return isOwn && foldersAbove(realpathSync(folder)).every(above => isTrusted(above, user));
}

function isTrusted(folder: string, user: number): boolean {
	const {uid, mode} = lstatSync(folder);
	return (uid === user || uid === 0) && ((mode & writableByOthers) === 0 || (mode & sticky) !== 0);
}

function foldersAbove(folder: string): readonly string[] {
	const above = path.dirname(folder);
	return above === folder ? [] : [above, ...foldersAbove(above)];
}
