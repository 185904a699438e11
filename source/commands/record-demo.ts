import type {DemoSpeed} from '../demo/pace-clock.js';
import {isDemoScenarioName} from '../demo/scenario-names.js';
import type {PlacedLine} from '../recording/recording.js';
import type {SessionLine} from '../recording/recording-format.js';
import type {DemoControl} from '../ui/slash/slash-context.js';

type Played = {
	readonly scenario: string;
	readonly speed: DemoSpeed;
	/** Where the scenario is, if it is not one of the program. */
	readonly file?: string;
};

/** What a demo plays unless something else is recorded. */
const usual: Played = {scenario: 'chat', speed: 1};

/** What the demo of a recorded session played last, also if this version has no such scenario. */
export function recordedDemo(others: readonly PlacedLine[]): Played {
	const line: Readonly<Record<string, unknown>> =
		others.findLast(({line}) => line.type === 'demo')?.line ?? {};
	const {scenario, speed, file} = line;
	const isSpeed = speed === 'max' || (typeof speed === 'number' && speed >= 0.25 && speed <= 10);
	return {
		scenario: typeof scenario === 'string' ? scenario : usual.scenario,
		speed: isSpeed ? speed : usual.speed,
		...(typeof file === 'string' && {file}),
	};
}

/**
 * The same, without anything that this version cannot play.
 *
 * @internal
 */
export function demoIn(others: readonly PlacedLine[]): Played {
	const played = recordedDemo(others);
	return played.file !== undefined || isDemoScenarioName(played.scenario)
		? played
		: {...played, scenario: usual.scenario};
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
