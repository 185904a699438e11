import type {Watchdog} from '../../analysis/watchdog.js';
import type {RunningProxy} from '../../client/proxy/start-proxy.js';
import type {Recorder} from '../../recording/open-recorder.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import type {TapControl} from './tap-control.js';
import type {TapVariable} from './tap-variables.js';

/** A tap that runs. What is pushed to `listeners` hears every event. */
export type Running = {
	readonly proxy: RunningProxy;
	readonly variables: readonly TapVariable[];
	readonly recorder: Recorder | null;
	/** `null` where nothing is altered. */
	readonly control: TapControl | null;
	readonly watchdogs: readonly Watchdog[];
	/** Milliseconds on the clock of the trace. */
	readonly now: () => number;
	readonly listeners: Array<(event: TraceEvent) => void>;
};

/** What a person must know to use it. */
export function introduction({proxy, variables, recorder}: Running): readonly string[] {
	return [
		'Point a client at this address:',
		...variables.map(({name, value}) => `export ${name}=${value}`),
		...(recorder === null ? [] : [`Recording to ${recorder.status.path}`]),
		`streamscope follow ${proxy.url} shows the same in another terminal.`,
	];
}
