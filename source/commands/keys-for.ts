import {openSync} from 'node:fs';
import {ReadStream} from 'node:tty';
import type {CommandContext} from './command-module.js';
import {UsageError} from './usage-error.js';

/** The source of the keys. If standard input brings the stream, the terminal is opened for them. */
export function keysFor(file: string, {stdin, stdout}: CommandContext): NodeJS.ReadStream {
	const problem = new UsageError(
		'The player needs a terminal.',
		'streamscope inspect FILE reports on a stream without one.',
	);
	if (!stdout.isTTY) {
		throw problem;
	}

	if (file !== '-' && stdin.isTTY) {
		return stdin;
	}

	try {
		return new ReadStream(openSync('/dev/tty', 'r'));
	} catch (error) {
		problem.cause = error;
		throw problem;
	}
}
