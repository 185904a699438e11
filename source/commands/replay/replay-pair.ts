import process from 'node:process';
import {Trace} from '../../trace/trace.js';
import {openPair, type PairSide} from '../../ui/pair/pair.js';
import {PairScreen} from '../../ui/pair/pair-screen.js';
import {createStore} from '../../ui/screen/store.js';
import {chosenTerminal} from '../chosen-terminal.js';
import type {CommandContext} from '../command-module.js';
import {keysFor} from '../keys-for.js';
import {openFilledSource} from '../open-named-source.js';
import type {OptionValues} from '../options.js';
import {startProgressLine} from '../progress-line.js';
import {settleEnds} from '../settle-ends.js';
import {showPlayer} from '../show-player.js';
import {terminalServices} from '../terminal-services.js';
import {type ReplayFlags, startPlayback} from './replay-options.js';

export type ReplayPairOptions = {
	readonly files: readonly [string, string];
	readonly flags: ReplayFlags;
	readonly values: OptionValues;
	readonly context: CommandContext;
};

/** Plays two recordings or captures side by side, in step. */
export async function replayPair({files, flags, values, context}: ReplayPairOptions): Promise<void> {
	const {isPlaying, speed} = startPlayback(flags);
	const progress = startProgressLine({stderr: context.stderr, stdout: {isTTY: false}}, 'Reading');
	const read = async (file: string): Promise<PairSide> => {
		const {name, source} = await openFilledSource(file, 'play', context, progress);
		return {name, trace: new Trace(await settleEnds(source)), hasTimes: source.pacing === 'recorded'};
	};

	const [one, other] = files;
	const sides = [await read(one), await read(other)] as const;
	const keys = keysFor(one, context);
	const facts = await chosenTerminal(values, {...context, stdin: keys});
	const services = terminalServices(process, facts);
	progress[Symbol.dispose]();
	await showPlayer(
		createStore({
			key: 'pair',
			kind: 'pair' as const,
			pair: createStore(openPair({sides, isPlaying, speed})),
			theme: services.createTheme(values.theme),
			services: {job: services.job, now: () => performance.now()},
			Screen: PairScreen,
		}),
		{keys, values, facts},
	);
}
