import {fileURLToPath} from 'node:url';
import type {TraceSource} from '../../source/recording/open-trace-source.js';
import {foldTrace} from '../../source/trace/fold-trace.js';
import {itemsOf} from '../../source/trace/persistent-list.js';
import type {SseTraceEvent} from '../../source/trace/trace-event.js';

/** The path of a capture among the fixtures. */
export const recordingFixture = (name: string) =>
	fileURLToPath(new URL(`../fixtures/recordings/${name}`, import.meta.url));

export const sseOf = ({events}: Pick<TraceSource, 'events'>): readonly SseTraceEvent[] =>
	events.filter(event => event.type === 'sse');

/** How each exchange ended. */
export const phasesOf = ({events}: Pick<TraceSource, 'events'>) =>
	[...itemsOf(foldTrace(events).exchanges)].map(({phase}) => phase);
