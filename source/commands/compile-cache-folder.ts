import {lstatSync, mkdirSync, realpathSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import envPaths from 'env-paths';

/** Folders that hold the cache's own are as safe as this: nobody else may put another one in their place. */
const writableByOthers = 0o022;
const readableByOthers = 0o077;
const sticky = 0o1000;

/**
 * The folder that keeps compiled code, which the program runs: below the person's own cache folder, owned by them and closed to everybody
 * else. `null` where there is no such folder, and none can be made: the program then compiles anew each time.
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

/** Windows has no such modes: the folders of a profile are its owner's by their access lists. */
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
