import {parseArgs} from 'node:util';
import {builtProgram} from '../test/helpers/terminal.js';

/** The parts that can be measured separately. */
export const benchParts = ['steady', 'frame', 'long', 'keys', 'burst', 'start', 'fold', 'million'] as const;

export type BenchPart = (typeof benchParts)[number];

/** How much is measured. */
export type BenchSizes = {
	readonly quick: boolean;
	readonly runs: number;
	/** Starts of the program and the floor. */
	readonly starts: number;
	/** Deltas of the stream at 100 a second. */
	readonly steadyDeltas: number;
	/** Milliseconds without output after which a screen counts as finished. */
	readonly settle: number;
	/** Milliseconds for which to watch an idle program. */
	readonly idle: number;
	readonly keys: number;
	/** Deltas of the stream at 2,000 a second. */
	readonly burstDeltas: number;
	/** Turns before the long session is measured, and events in each. */
	readonly turns: number;
	readonly eventsPerTurn: number;
	readonly foldDeltas: number;
	/** Events of the long recordings, and exchanges in one of them; the other has a single exchange. */
	readonly millionEvents: number;
	readonly millionExchanges: number;
};

export type BenchOptions = {
	readonly json: boolean;
	readonly parts: readonly BenchPart[];
	/** The program's JavaScript file. */
	readonly program: string;
	/** The file of another build, measured alternately. */
	readonly before: string | null;
	readonly sizes: BenchSizes;
};

export const benchUsage = `Usage: npm run bench -- [--runs N] [--quick] [--json] [--only ${benchParts.join(',')}] [--program FILE] [--before FILE]

  --runs N        runs of each measurement, of which the median counts (3)
  --quick         a few seconds: shows that the bench works, its figures mean little
  --json          every figure of every run as JSON on stdout
  --only PARTS    measures these parts only
  --program FILE  another build of the program (dist/cli.js)
  --before FILE   an older build, measured in turns with the program and shown beside it; the fold is always this tree's
`;

const fullSizes = (runs: number): BenchSizes => ({
	quick: false,
	runs,
	starts: Math.max(7, runs),
	steadyDeltas: 500,
	settle: 500,
	idle: 3000,
	keys: 120,
	burstDeltas: 20_000,
	turns: 1000,
	eventsPerTurn: 200,
	foldDeltas: 1_000_000,
	millionEvents: 1_000_000,
	millionExchanges: 2000,
});

const quickSizes: BenchSizes = {
	quick: true,
	runs: 1,
	starts: 1,
	steadyDeltas: 20,
	settle: 500,
	idle: 200,
	keys: 5,
	burstDeltas: 400,
	turns: 2,
	eventsPerTurn: 20,
	foldDeltas: 20_000,
	millionEvents: 20_000,
	millionExchanges: 40,
};

const toParts = (only: string | undefined): readonly BenchPart[] => {
	if (only === undefined) {
		return benchParts;
	}

	return only.split(',').map(name => {
		const part = benchParts.find(candidate => candidate === name);
		if (!part) {
			throw new Error(`Unknown part "${name}": use ${benchParts.join(', ')}`);
		}

		return part;
	});
};

/** Throws a clear error for invalid options. `null` asks for the usage. */
export const parseBenchOptions = (args: readonly string[]): BenchOptions | null => {
	const {values} = parseArgs({
		args: [...args],
		options: {
			runs: {type: 'string', default: '3'},
			quick: {type: 'boolean', default: false},
			json: {type: 'boolean', default: false},
			only: {type: 'string'},
			program: {type: 'string', default: builtProgram},
			before: {type: 'string'},
			help: {type: 'boolean', default: false},
		},
	});
	const runs = Number(values.runs);
	if (!Number.isInteger(runs) || runs < 1) {
		throw new Error(`--runs must be a whole number from 1, not "${values.runs}"`);
	}

	return values.help
		? null
		: {
				json: values.json,
				parts: toParts(values.only),
				program: values.program,
				before: values.before ?? null,
				sizes: values.quick ? quickSizes : fullSizes(runs),
			};
};
