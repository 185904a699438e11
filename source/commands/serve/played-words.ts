import {sanitizeLine} from '../../text/sanitize.js';
import type {Replay} from './open-replay.js';
import type {ServeOptions} from './serve-options.js';

/** What plays for requests that choose nothing. */
export type Plays = Pick<ServeOptions, 'scenario' | 'speed' | 'faults'> & {readonly replay: Replay | null};

/** What plays, in words: `chat`, `thinking at speed 2 with cut-after=12`. */
export function playedWords({scenario, speed, faults, replay}: Plays): string {
	return sanitizeLine(
		[
			replay === null ? scenario : replay.name,
			...(speed === 1 ? [] : [`at speed ${speed}`]),
			...(faults.trim() === '' ? [] : [`with ${faults.trim()}`]),
		].join(' '),
	);
}
