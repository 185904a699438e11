import type {Invocation} from '../command-module.js';
import {exitCodes} from '../exit-code.js';
import {createLiveGrowth} from '../follow/live-growth.js';
import {showGrowth} from '../follow/show-growth.js';
import {introduction, type Running} from './running.js';
import type {TapFlags} from './tap-options.js';

/** Shows what passes in the screen, until the user quits. */
export async function showTapped(
	{options: {values}, configFile, context}: Invocation<TapFlags>,
	running: Running & {readonly upstream: URL},
): Promise<number> {
	const {upstream, control, listeners, now, watchdogs} = running;
	const {growth, take} = createLiveGrowth(now);
	listeners.push(take);
	const welcome = [
		'',
		...introduction(running).map(words => ` ${words}`),
		...(control === null ? [] : [' Streams are altered. H lets one go on that is held.']),
		' Space pauses. F1 shows the keys. q quits.',
	];
	await showGrowth({
		...{name: upstream.host, growth, values, configFile, context, keys: context.stdin, welcome, watchdogs},
		shownAs: {verb: 'tap', details: () => []},
		...(control === null ? {} : {releaseHold: control.release, onBreakpoint: control.setBreakpoint}),
	});
	return exitCodes.fine;
}
