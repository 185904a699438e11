import {mkdirSync} from 'node:fs';
import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {ConfigError} from '../config/config-error.js';
import {notWritten, writeConfig} from '../config/write-config.js';
import {takeLock} from '../recording/file-lock.js';

/** How often a taken lock is tried again, 20 ms apart. A holder needs a few milliseconds. */
const maxTries = 100;

/** Sets a field of the config file, or removes it. Other processes that do so at the same time take turns. Rejects with a `ConfigError`. */
export async function keepField(file: string, name: string, value: unknown): Promise<void> {
	for (let tries = 1; ; tries++) {
		const lock = lockOf(file);
		if (lock !== null) {
			try {
				writeConfig(file, name, value);
				return;
			} finally {
				lock.release();
			}
		}

		if (tries === maxTries) {
			throw new ConfigError(`${file} is in use by another process.`, 'It is as it was. Try again.');
		}

		await setTimeout(20);
	}
}

function lockOf(file: string): ReturnType<typeof takeLock> {
	try {
		mkdirSync(path.dirname(file), {recursive: true, mode: 0o700});
		return takeLock(file);
	} catch (error) {
		throw notWritten(file, error);
	}
}
