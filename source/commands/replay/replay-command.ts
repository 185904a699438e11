import type {Command} from 'commander';
import {openTraceSource} from '../../recording/open-trace-source.js';
import {chosenKeymap} from '../chosen-keymap.js';
import {chosenTerminal} from '../chosen-terminal.js';
import type {CommandContext, CommandModule} from '../command-module.js';
import {type ExitCode, exitCodes} from '../exit-code.js';
import {grow} from '../follow/grow.js';
import {showGrowth} from '../follow/show-growth.js';
import {keysFor} from '../keys-for.js';
import {filled, openFilledSource} from '../open-named-source.js';
import type {OptionValues} from '../options.js';
import {startProgressLine} from '../progress-line.js';
import {screenOptions} from '../screen-options.js';
import {UsageError} from '../usage-error.js';
import {openPipe} from './piped-source.js';
import type {ReplayFlags} from './replay-options.js';

/** The player: shows any recorded or captured stream in the screen of the chat. */
export const command: CommandModule<ReplayFlags> = {
	takes: screenOptions,
	declare(command: Command) {
		command
			.argument('<file>', 'a recording, a captured stream or a session id; - is standard input')
			.argument('[other]', 'a second one, to play both in step')
			.option('--speed <factor>', 'the speed, 0.1 to 100, or max (1)')
			.option('--paused', 'start paused')
			.option('--present', 'show one event at a time, large, as F2 does')
			.option(
				'--from <place>',
				'start at the number of an event, at a time such as 3.5s or 1:05, or at a bookmark, b1',
			)
			.option('--idle-limit <seconds>', 'shorten longer pauses to this');
	},
	examples: [
		['streamscope replay session.ndjson', 'play a recording at its own speed'],
		['streamscope replay --paused --from 120 a.ndjson', 'start paused at event 120'],
		['streamscope replay a.ndjson b.ndjson', 'play two recordings in step'],
		['curl -sN … | streamscope replay -', 'look at a raw stream, while it comes or afterwards'],
	],
	async run({args, own, options: {values}, configFile, context}) {
		if (values.screenReader) {
			throw new UsageError(
				'The player is a full screen, which a screen reader cannot read.',
				'streamscope sessions export FILE --to md prints the conversation as text.',
			);
		}

		const keymap = chosenKeymap(values, configFile);
		const [file = '-', other] = args;
		if (other !== undefined) {
			return replayTwo([file, other], own, {values, context});
		}

		const keys = keysFor(file, context);
		const piped =
			file === '-' && !context.stdin.isTTY && !hasPlayback(own) ? await openPipe(context.stdin) : null;
		if (piped?.kind === 'growing') {
			const growth = grow(piped.input);
			await showGrowth({name: 'standard input', growth, values, configFile, context, keys});
			context.stdin.destroy();
			return exitCodes.fine;
		}

		using progress = startProgressLine({stderr: context.stderr, stdout: {isTTY: false}}, 'Reading');
		const opened =
			piped === null
				? await openFilledSource(file, 'play', context, progress)
				: filled({name: 'standard input', path: null, source: await openTraceSource(piped.pieces)}, 'play');
		// The terminal answers while the player is loaded.
		const [facts, {replay}] = await Promise.all([
			chosenTerminal(values, {...context, stdin: keys}),
			import('./replay.js'),
		]);
		const onReady = () => progress[Symbol.dispose]();
		await replay({opened, flags: own, values, keymap, configPath: configFile.path, facts, keys, onReady});
		if (keys !== context.stdin) {
			keys.destroy();
		}

		return exitCodes.fine;
	},
};

/** Flags that only one recording has a meaning for. */
const oneOnly = [
	['from', '--from'],
	['idleLimit', '--idle-limit'],
	['present', '--present'],
] as const;

/** Plays two recordings in step. Throws a `UsageError` for a flag that only one recording has a meaning for. */
async function replayTwo(
	files: readonly [string, string],
	flags: ReplayFlags,
	{values, context}: {readonly values: OptionValues; readonly context: CommandContext},
): Promise<ExitCode> {
	const flag = oneOnly.find(([name]) => flags[name] !== undefined)?.[1];
	if (flag !== undefined || files.includes('-')) {
		throw new UsageError(
			`${flag ?? 'Standard input'} cannot be used with two recordings.`,
			'Both play from their beginning, each from its own file.',
		);
	}

	const {replayPair} = await import('./replay-pair.js');
	await replayPair({files, flags, values, context});
	return exitCodes.fine;
}

/** With these flags, the whole of a pipe is read and then played. */
function hasPlayback({speed, paused, from, idleLimit}: ReplayFlags): boolean {
	return [speed, paused, from, idleLimit].some(flag => flag !== undefined);
}
