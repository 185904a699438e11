import {readControlChange} from '../../demo/control/control-state.js';
import type {DemoSpeed} from '../../demo/pace-clock.js';
import {createScenarioBook} from '../../demo/scenario-book.js';
import type {ScenarioFile} from '../../demo/scenario-files/scenario-file.js';
import {requireScenarios} from '../scenario-paths.js';
import {UsageError} from '../usage-error.js';

export type ServeFlags = {
	readonly host?: string;
	readonly port?: string;
	readonly scenario?: string;
	readonly scenarios?: readonly string[];
	readonly check?: readonly string[];
	readonly seed?: string;
	readonly speed?: string;
	readonly faults?: string;
	readonly replay?: string;
	readonly record?: string;
	readonly quiet?: true;
};

export type ServeOptions = {
	readonly host: string;
	readonly port: number;
	readonly seed: number;
	readonly scenario: string;
	readonly scenarioFiles: readonly ScenarioFile[];
	readonly speed: DemoSpeed;
	readonly faults: string;
};

/** The port that is tried unless another one is named. */
export const usualPort = 8787;

/** Reads the flags. Throws a `UsageError` that says how to write what could not be read. */
export function serveOptions(flags: ServeFlags): ServeOptions {
	const {host = '127.0.0.1', port = String(usualPort), seed = '1'} = flags;
	const scenarioFiles = requireScenarios(flags.scenarios ?? []);
	const [only, ...others] = scenarioFiles;
	const usual = only !== undefined && others.length === 0 ? only.name : 'chat';
	const {scenario = usual, speed = '1', faults = ''} = flags;
	const book = createScenarioBook(scenarioFiles);
	const played = readControlChange(new Map(Object.entries({scenario, speed, faults})), book);
	if ('problem' in played) {
		throw new UsageError(
			played.problem,
			`Scenarios: ${book.list.map(({name}) => name).join(', ')}. Faults: see docs/faults.md, or the page that serve shows.`,
		);
	}

	return {
		host,
		port: number(port, '--port', 65_535),
		seed: number(seed, '--seed', Number.MAX_SAFE_INTEGER),
		scenario: usual,
		scenarioFiles,
		speed: 1,
		faults,
		...played,
	};
}

function number(text: string, option: string, max: number): number {
	const value = Number(text);
	if (!/^\d+$/.test(text) || value > max) {
		throw new UsageError(
			`${option} takes a number up to ${max}, not "${text}".`,
			`Write it like ${option} 8787.`,
		);
	}

	return value;
}
