import {spawn} from 'node:child_process';
import process from 'node:process';
import {describeFailure} from '../../text/describe-failure.js';
import {copyToClipboard} from '../../ui/terminal/clipboard.js';
import type {Invocation} from '../command-module.js';
import {UsageError} from '../usage-error.js';
import {printEvents} from './print-tapped.js';
import {runTapped} from './run-tapped.js';
import type {Running} from './running.js';
import type {TapFlags} from './tap-options.js';

/** Leaves the terminal to the command. What is said goes to stderr: before it and behind it, and with `--print` also the events. */
export async function runCommand(
	{args, context}: Invocation<TapFlags>,
	{isPrinted, ...running}: Running & {readonly isPrinted: boolean},
): Promise<number> {
	const {proxy, variables, recorder, control} = running;
	// A file lets no held stream go on.
	const watch = recorder === null || control !== null ? proxy.url : recorder.status.path;
	const line = `streamscope follow ${watch}`;
	const {isTTY} = context.stderr;
	context.stderr.write(`streamscope tap: in another terminal, ${line}${isTTY ? ' (copied)' : ''}\n`);
	if (isTTY) {
		const write = (sequence: string) => context.stderr.write(sequence);
		void copyToClipboard(line, {write, spawn, env: context.env, platform: process.platform});
	}

	if (isPrinted) {
		printEvents(context.stderr, running);
	}

	try {
		return await runTapped(args, variables, process);
	} catch (error) {
		throw new UsageError(
			`The command could not be started: ${describeFailure(error)}.`,
			'Check the command after --.',
		);
	}
}
