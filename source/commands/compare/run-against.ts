import process from 'node:process';
import type {TraceError} from '../../trace/trace-event.js';
import type {CommandContext} from '../command-module.js';
import {type ExitCode, exitCodes} from '../exit-code.js';
import type {ResolvedOptions} from '../options.js';
import {compareSides} from './against.js';
import {openSides} from './open-sides.js';
import {printAgainst} from './print-against.js';

export type AgainstCall = {
	readonly against: string;
	readonly againstKeyEnv?: string;
	/** The question; if empty, the one that the file answers, or else the default. */
	readonly words: string;
	readonly defaultPrompt: string;
	readonly json?: true;
	readonly options: ResolvedOptions;
	readonly context: CommandContext;
};

/** Compares the stream of a question with another stream. The exit code says whether both are complete, not whether they are equal. */
export async function runAgainst(call: AgainstCall): Promise<ExitCode> {
	const {against, againstKeyEnv, words, defaultPrompt, json, options, context} = call;
	const interruption = new AbortController();
	const interrupt = () => interruption.abort();
	process.once('SIGINT', interrupt);
	try {
		const [left, right] = await openSides({
			against,
			...(againstKeyEnv === undefined ? {} : {againstKeyEnv}),
			content: words === '' ? null : words,
			usualContent: defaultPrompt,
			options,
			context,
			interrupted: interruption.signal,
		});
		const report = compareSides(left, right);
		printAgainst(report, {
			isJson: json === true,
			hasLog: false,
			explain: (error, name) => withKeyHint(error, name, call),
			context,
		});
		if (interruption.signal.aborted) {
			return exitCodes.interrupted;
		}

		const isWhole = report.sides.every(({exchange}) => exchange.outcome === 'complete');
		return isWhole ? exitCodes.fine : exitCodes.failed;
	} finally {
		process.off('SIGINT', interrupt);
	}
}

/** An address that got no key may well want one of its own. */
function withKeyHint(error: TraceError, side: string, {against, againstKeyEnv}: AgainstCall): TraceError {
	return error.status === 401 && side === against && againstKeyEnv === undefined
		? {
				...error,
				hint: 'No key was sent there. Name the variable that holds its key with --against-key-env.',
			}
		: error;
}
