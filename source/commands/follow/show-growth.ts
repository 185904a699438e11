import type {ConfigFile} from '../../config/read-config.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {chosenKeymap} from '../chosen-keymap.js';
import {chosenTerminal} from '../chosen-terminal.js';
import type {CommandContext} from '../command-module.js';
import type {OptionValues} from '../options.js';
import type {FollowOptions} from './follow.js';
import type {Growth} from './grow.js';

export type ShownGrowth = Pick<FollowOptions, 'releaseHold' | 'onBreakpoint' | 'watchdogs' | 'shownAs'> & {
	readonly name: string;
	readonly growth: Growth;
	readonly values: OptionValues;
	readonly configFile: ConfigFile;
	readonly context: CommandContext;
	/** The source of the keys. */
	readonly keys: NodeJS.ReadStream;
	readonly isPaused?: boolean;
	/** What the conversation says before the first event. */
	readonly welcome?: readonly string[];
};

/** Shows a trace that is growing, until the user quits. The screen is loaded while the source is read. */
export async function showGrowth({
	name,
	growth,
	values,
	configFile,
	context,
	keys,
	isPaused = false,
	welcome = [
		'',
		` Waiting for the first event of ${sanitizeLine(name)}.`,
		' Space pauses. F1 shows the keys. q quits.',
	],
	...control
}: ShownGrowth): Promise<void> {
	const keymap = chosenKeymap(values, configFile);
	const [facts, {follow}] = await Promise.all([
		chosenTerminal(values, {...context, stdin: keys}),
		import('./follow.js'),
	]);
	await follow({
		...{name, growth, values, keymap, facts, keys, isPaused, welcome, configPath: configFile.path},
		...control,
	});
	if (keys !== context.stdin) {
		keys.destroy();
	}
}
