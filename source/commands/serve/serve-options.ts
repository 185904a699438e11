import {readControlChange} from '../../demo/control/control-state.js';
import type {DemoSpeed} from '../../demo/pace-clock.js';
import {type DemoScenarioName, demoScenarios} from '../../demo/scenario-names.js';
import {UsageError} from '../usage-error.js';

export type ServeFlags = {
	readonly host?: string;
	readonly port?: string;
	readonly scenario?: string;
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
	readonly scenario: DemoScenarioName;
	readonly speed: DemoSpeed;
	readonly faults: string;
};

/** The port that is tried unless another one is named. */
export const usualPort = 8787;

/** Reads the flags. Throws a `UsageError` that says how to write what could not be read. */
export function serveOptions(flags: ServeFlags): ServeOptions {
	const {host = '127.0.0.1', port = String(usualPort), seed = '1'} = flags;
	const {scenario = 'chat', speed = '1', faults = ''} = flags;
	const played = readControlChange(new Map(Object.entries({scenario, speed, faults})));
	if ('problem' in played) {
		throw new UsageError(
			played.problem,
			`Scenarios: ${demoScenarios.map(({name}) => name).join(', ')}. Faults: see docs/faults.md, or the page that serve shows.`,
		);
	}

	return {
		host,
		port: number(port, '--port', 65_535),
		seed: number(seed, '--seed', Number.MAX_SAFE_INTEGER),
		scenario: 'chat',
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
