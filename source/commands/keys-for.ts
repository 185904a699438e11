import {openSync} from 'node:fs';
import {ReadStream} from 'node:tty';
import type {CommandContext} from './command-module.js';
import {UsageError} from './usage-error.js';

/** The source of the player's keys. If standard input brings the stream, the terminal is opened for them. */
export function keysFor(file: string, context: CommandContext): NodeJS.ReadStream {
	const problem = new UsageError(
		'The player needs a terminal.',
		'streamscope inspect FILE reports on a stream without one.',
	);
	return terminalKeys(context, problem, file !== '-' && context.stdin.isTTY);
}

/** Standard input if the keys come from there, else the terminal, opened for them. Throws `problem` if there is none. */
export function terminalKeys(
	{stdin, stdout}: CommandContext,
	problem: UsageError,
	isFromInput: boolean,
): NodeJS.ReadStream {
	if (!stdout.isTTY) {
		throw problem;
	}

	if (isFromInput) {
		return stdin;
	}

	try {
		const fd = openSync('/dev/tty', 'r');
		// As standard input has it, for a program that is lent the terminal.
		return Object.assign(new ReadStream(fd), {fd});
	} catch (error) {
		problem.cause = error;
		throw problem;
	}
}
