import {performance} from 'node:perf_hooks';
import {type GrowingState, waitingState} from '../../recording/growing/grow-trace.js';
import {Trace} from '../../trace/trace.js';
import {createStore} from '../../ui/screen/store.js';
import type {Invocation} from '../command-module.js';
import {exitCodes} from '../exit-code.js';
import {showGrowth} from '../follow/show-growth.js';
import {introduction, type Running} from './running.js';
import type {TapFlags} from './tap-options.js';

/** Shows what passes in the screen, until the user quits. */
export async function showTapped(
	{options: {values}, configFile, context}: Invocation<TapFlags>,
	running: Running & {readonly upstream: URL},
): Promise<number> {
	const {upstream, control, listeners, now, watchdogs} = running;
	const trace = new Trace();
	const source = createStore<GrowingState & {readonly isOpen: boolean}>({...waitingState, isOpen: true});
	listeners.push(event => {
		trace.append(event);
		const length = event.type === 'sse' || event.type === 'body' ? event.data.length : 0;
		source.update(state => ({
			...state,
			phase: 'open',
			bytes: state.bytes + length,
			lastByteAt: event.type === 'altered' ? state.lastByteAt : performance.now(),
		}));
	});
	const growth = {trace, source, now, ended: Promise.resolve()};
	const welcome = [
		'',
		...introduction(running).map(words => ` ${words}`),
		...(control === null ? [] : [' Streams are altered. H lets one go on that is held.']),
		' Space pauses. F1 shows the keys. q quits.',
	];
	await showGrowth({
		...{name: upstream.host, growth, values, configFile, context, keys: context.stdin, welcome, watchdogs},
		...(control === null ? {} : {releaseHold: control.release, onBreakpoint: control.setBreakpoint}),
	});
	return exitCodes.fine;
}
