import path from 'node:path';
import {environmentSecrets} from '../../client/client-secrets.js';
import {openRecorder, type Recorder, type RecorderStatus} from '../../recording/open-recorder.js';
import {version} from '../version.js';
import type {Growth} from './grow.js';
import {wallTimeOf} from './wall-time-of.js';

/** Records what is followed, from its first event on. */
export type GrowthRecording = {
	/** `null` if nothing came. */
	close(): RecorderStatus | null;
};

export function recordGrowth(growth: Growth, file: string, env: NodeJS.ProcessEnv): GrowthRecording {
	const {trace, now} = growth;
	let recorder: Recorder | null = null;
	let seen = 0;
	const take = () => {
		for (; seen < trace.length; seen++) {
			const event = trace.at(seen);
			// Its clock is known once something has come.
			recorder ??= openRecorder({
				target: {kind: 'file', path: path.resolve(file)},
				header: {app: `streamscope/${version}`, mode: 'live', title: null},
				startedAt: new Date(wallTimeOf(growth)(0)),
				now,
				secrets: environmentSecrets(env),
			});
			if (event !== undefined) {
				recorder.append(event);
			}
		}
	};

	take();
	const unsubscribe = trace.subscribe(take);
	return {
		close() {
			unsubscribe();
			return recorder?.close() ?? null;
		},
	};
}
