import {randomUUID} from 'node:crypto';
import * as nodeFs from 'node:fs';
import {homedir} from 'node:os';
import path from 'node:path';
import {describeFailure} from '../text/describe-failure.js';
import {ConfigError} from './config-error.js';
import {editJsonText} from './edit-json-text.js';
import {homePath} from './home-path.js';
import {parseObject} from './read-config.js';

/** The parts of `node:fs` that writing needs. */
export type ConfigFileSystem = Pick<
	typeof nodeFs,
	| 'closeSync'
	| 'fsyncSync'
	| 'mkdirSync'
	| 'openSync'
	| 'readFileSync'
	| 'realpathSync'
	| 'renameSync'
	| 'rmSync'
	| 'writeFileSync'
>;

/**
 * Sets a field of the config file, or removes it if `value` is `undefined`. The rest of the file keeps its text. The new text is written beside
 * the file and takes its place when it is complete, so the file is never seen half written. Only its owner can read it. Throws a
 * `ConfigError`, and then leaves the file as it was, if it is not a JSON object or cannot be written.
 */
export function writeConfig(file: string, name: string, value: unknown, fs: ConfigFileSystem = nodeFs): void {
	try {
		// A link to a file elsewhere stays a link.
		const place = realPath(file, fs);
		const text = readText(place, fs);
		parseObject(file, text.replace(/^\uFEFF/, ''));
		const edited = editJsonText(text, name, value);
		// A field that is removed may not be there.
		if (edited !== text) {
			fs.mkdirSync(path.dirname(place), {recursive: true, mode: 0o700});
			replace(place, edited, fs);
		}
	} catch (error) {
		throw error instanceof ConfigError ? error : notWritten(file, error);
	}
}

/** The error for a config file that the system refuses to write. */
export function notWritten(file: string, error: unknown): ConfigError {
	return new ConfigError(
		`Cannot write ${homePath(file, homedir())}: ${describeFailure(error)}.`,
		'The file is as it was. STREAMSCOPE_HOME names another folder for it.',
		{cause: error},
	);
}

function realPath(file: string, fs: ConfigFileSystem): string {
	return orIfMissing(file, () => fs.realpathSync(file));
}

function readText(file: string, fs: ConfigFileSystem): string {
	return orIfMissing('{}\n', () => fs.readFileSync(file, 'utf8'));
}

function orIfMissing<T>(otherwise: T, act: () => T): T {
	try {
		return act();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
			return otherwise;
		}

		throw error;
	}
}

function replace(file: string, text: string, fs: ConfigFileSystem): void {
	const aside = `${file}.${randomUUID()}`;
	try {
		const descriptor = fs.openSync(aside, 'wx', 0o600);
		try {
			fs.writeFileSync(descriptor, text);
			fs.fsyncSync(descriptor);
		} finally {
			fs.closeSync(descriptor);
		}

		fs.renameSync(aside, file);
	} catch (error) {
		fs.rmSync(aside, {force: true});
		throw error;
	}
}
