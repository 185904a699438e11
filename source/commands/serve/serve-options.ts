import {readControlChange} from '../../demo/control/control-state.js';
import {parseFaults} from '../../demo/faults/parse-faults.js';
import type {DemoSpeed} from '../../demo/pace-clock.js';
import {createScenarioBook, type ScenarioBook} from '../../demo/scenario-book.js';
import type {ScenarioFile} from '../../demo/scenario-files/scenario-file.js';
import {isLoopback} from '../../wire/url-secrets.js';
import {servedCases} from '../drill/built-in-cases.js';
import {readUpstream} from '../read-upstream.js';
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
	readonly upstream?: string;
	readonly strict?: true;
	readonly record?: string;
	readonly print?: true;
	readonly quiet?: true;
};

export type ServeOptions = {
	readonly host: string;
	readonly port: number;
	readonly seed: number;
	readonly scenario: string;
	readonly scenarioFiles: readonly ScenarioFile[];
	/** The cases of `drill`. */
	readonly cases: readonly ScenarioFile[];
	readonly speed: DemoSpeed;
	readonly faults: string;
	/** What is asked for answers that are not recorded. */
	readonly upstream: URL | null;
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
	const cases = servedCases();
	const book = createScenarioBook(scenarioFiles, cases);
	const played = readControlChange(new Map(Object.entries({scenario, speed, faults})), book);
	if ('problem' in played) {
		throw new UsageError(played.problem, playedHint(scenario, faults, book));
	}

	if (flags.replay !== undefined) {
		checkReplayFaults(faults);
	}

	return {
		host,
		port: number(port, '--port', {max: 65_535, example: usualPort}),
		seed: number(seed, '--seed', {max: Number.MAX_SAFE_INTEGER, example: 7}),
		scenario: usual,
		scenarioFiles,
		cases,
		speed: 1,
		faults,
		upstream: upstreamOf(flags, port),
		...played,
	};
}

/** What to do about the first of them that is wrong. */
function playedHint(scenario: string, faults: string, book: ScenarioBook): string {
	if (!book.has(scenario)) {
		return `Scenarios: ${book.list.map(({name}) => name).join(', ')}, and each case of drill, such as drill-reset.`;
	}

	return 'problem' in parseFaults(faults)
		? 'docs/faults.md lists the faults, and so does the page that serve shows.'
		: 'Write it like --speed 2.';
}

/** `null`: no other server is asked, because none is named or all must be recorded. */
function upstreamOf({upstream, replay, strict}: ServeFlags, port: string): URL | null {
	if (replay === undefined && (upstream !== undefined || strict)) {
		throw new UsageError(
			`${strict ? '--strict' : '--upstream'} needs recordings.`,
			'Add --replay FOLDER. To record without playing again, use streamscope tap.',
		);
	}

	const url = upstream === undefined ? null : readUpstream(upstream);
	if (url !== null && url.port === port && isLoopback(url.hostname)) {
		throw new UsageError(`The upstream ${url.origin} would be this server itself.`, 'Choose another --port.');
	}

	return strict ? null : url;
}

/** The events of a recorded answer stay as they are. The list was checked before. */
function checkReplayFaults(list: string): void {
	const parsed = parseFaults(list);
	const unfit = 'faults' in parsed ? parsed.faults.find(({rule}) => rule.stage !== 'bytes') : undefined;
	if (unfit !== undefined) {
		throw new UsageError(
			`${unfit.rule.name} changes what a scenario plays. Recorded reads can only be cut and delayed.`,
			'Choose faults of the connection, such as cut-after=12 or drip.',
		);
	}
}

function number(
	text: string,
	option: string,
	{max, example}: {readonly max: number; readonly example: number},
): number {
	const value = Number(text);
	if (!/^\d+$/.test(text) || value > max) {
		throw new UsageError(
			`${option} takes a number up to ${max}, not "${text}".`,
			`Write it like ${option} ${example}.`,
		);
	}

	return value;
}
