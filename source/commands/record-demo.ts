import type {DemoSpeed} from '../demo/pace-clock.js';
import {isDemoScenarioName} from '../demo/scenario-names.js';
import type {PlacedLine} from '../recording/recording.js';
import type {SessionLine} from '../recording/recording-format.js';
import type {DemoControl} from '../ui/slash/slash-context.js';

type Played = {readonly scenario: string; readonly speed: DemoSpeed};

/** What a demo plays unless something else is recorded. */
const usual: Played = {scenario: 'chat', speed: 1};

/** What the demo of a recorded session played last. Anything that this version cannot play is left out. */
export function demoIn(others: readonly PlacedLine[]): Played {
	const line: Readonly<Record<string, unknown>> =
		others.findLast(({line}) => line.type === 'demo')?.line ?? {};
	const {scenario, speed} = line;
	const isSpeed = speed === 'max' || (typeof speed === 'number' && speed >= 0.25 && speed <= 10);
	return {
		scenario: typeof scenario === 'string' && isDemoScenarioName(scenario) ? scenario : usual.scenario,
		speed: isSpeed ? speed : usual.speed,
	};
}

export type DemoRecordOptions = {
	readonly demo: Pick<DemoControl, 'present'>;
	/** The lines recorded so far. */
	readonly others: readonly PlacedLine[];
	note(line: SessionLine): void;
};

/** Returns a function that records what the demo plays, if that is not what the recording says. */
export function recordDemo({demo, others, note}: DemoRecordOptions): () => void {
	let known = JSON.stringify(demoIn(others));
	return () => {
		const present = demo.present();
		if (present !== null && JSON.stringify(present) !== known) {
			known = JSON.stringify(present);
			note({type: 'demo', ...present});
		}
	};
}
