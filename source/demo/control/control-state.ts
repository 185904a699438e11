import {parseFaults} from '../faults/parse-faults.js';
import type {ListedAnswer} from '../listed-answer.js';
import type {DemoSpeed} from '../pace-clock.js';
import type {ScenarioBook} from '../scenario-book.js';
import type {ListedScenario} from '../scenario-names.js';

/** What a server plays for requests that do not choose for themselves. */
export type ControlState = {
	readonly url: string;
	readonly scenario: string;
	/** What can be played. */
	readonly scenarios: readonly ListedScenario[];
	/** The cases of `drill`, which can be played as well. */
	readonly cases: readonly ListedScenario[];
	/** What plays in place of scenarios; `null` if they play. */
	readonly replay: {readonly name: string; readonly answers: readonly ListedAnswer[]} | null;
	readonly speed: DemoSpeed;
	/** The list of faults as it was written. */
	readonly faults: string;
};

/** What may be changed while it runs. */
export type ControlChange = Partial<Pick<ControlState, 'scenario' | 'speed' | 'faults'>>;

const changeable: readonly string[] = ['scenario', 'speed', 'faults'];

/** Reads a change from a form's fields, or says what is wrong with it. Fields that are absent stay as they are, and there are no others. */
export function readControlChange(
	fields: ReadonlyMap<string, string>,
	book: Pick<ScenarioBook, 'has' | 'unknown'>,
): ControlChange | {readonly problem: string} {
	const unknown = [...fields.keys()].find(name => !changeable.includes(name));
	if (unknown !== undefined) {
		return {problem: `There is no field "${unknown}". Fields: ${changeable.join(', ')}.`};
	}

	const scenario = fields.get('scenario');
	if (scenario !== undefined && !book.has(scenario)) {
		return {problem: book.unknown(scenario)};
	}

	const speed = readSpeed(fields.get('speed'));
	if (speed === null) {
		return {problem: `The speed is a number from 0.25 to 10, or max, not "${fields.get('speed')}".`};
	}

	const faults = fields.get('faults');
	const parsed = parseFaults(faults ?? '');
	if ('problem' in parsed) {
		return parsed;
	}

	return {
		...(scenario === undefined ? {} : {scenario}),
		...(speed === undefined ? {} : {speed}),
		...(faults === undefined ? {} : {faults}),
	};
}

function readSpeed(text: string | undefined): DemoSpeed | undefined | null {
	if (text === undefined || text === 'max') {
		return text;
	}

	const speed = Number(text);
	return text.trim() !== '' && speed >= 0.25 && speed <= 10 ? speed : null;
}
