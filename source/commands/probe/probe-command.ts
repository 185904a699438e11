import type {Command} from 'commander';
import {type HeldBack, heldBack, heldBackTolerance} from '../../analysis/held-back.js';
import {scenarioHeader} from '../../demo/choose-scenario.js';
import {stampHeader} from '../../demo/stamp-steps.js';
import {describeFailure} from '../../text/describe-failure.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {printJson} from '../../wire/json.js';
import {withoutUrlSecrets} from '../../wire/url-secrets.js';
import type {CommandModule} from '../command-module.js';
import {exitCodes} from '../exit-code.js';
import {printRows} from '../print-rows.js';
import {startProgressLine} from '../progress-line.js';
import {UsageError} from '../usage-error.js';
import {pathAdvice} from './path-advice.js';
import {readStamped} from './read-stamped.js';

type ProbeFlags = {readonly json?: true; readonly header?: readonly string[]};

/** One way of asking: what the client accepts, what came, and what the path did. */
type ProbedPath = {
	readonly accepts: string;
	readonly encoding: string;
	readonly held: HeldBack;
	readonly advice: string | null;
};

const encodings = ['identity', 'gzip', 'br'] as const;

/** Who holds a stream back? Asks a server of `serve` through the real path and compares when events were sent with when they came. */
export const command: CommandModule<ProbeFlags> = {
	takes: [],
	declare(command: Command) {
		command
			.argument('<url>', 'the address through which clients reach streamscope serve')
			.option(
				'--header <line>',
				'a header that the path asks for, such as "Authorization: …"; can be repeated',
				headers,
			)
			.option('--json', 'print the figures as JSON');
	},
	examples: [
		['streamscope serve', 'behind the gateway, in place of the API'],
		['streamscope probe https://gateway.example', 'from where the clients are'],
	],
	async run({args, own, context}) {
		const [url = ''] = args;
		const shown = withoutUrlSecrets(url);
		const target = URL.parse(url);
		if (target === null || !/^https?:$/.test(target.protocol)) {
			throw new UsageError(
				`probe takes an address, not "${shown}".`,
				'Write it like http://gateway.example:8080/path.',
			);
		}

		target.pathname = `${target.pathname.replace(/\/$/, '')}/v1/messages`;
		const paths: ProbedPath[] = [];
		using progress = startProgressLine(context, 'asking …');
		for (const accepts of encodings) {
			progress.say(`asking with accept-encoding: ${accepts} …`);
			paths.push(await probePath(target.href, accepts, own.header ?? []));
		}

		if (own.json) {
			context.stdout.write(`${printJson({url: shown, tolerance: heldBackTolerance, paths}, '\t')}\n`);
		} else {
			printRows(context.stdout, paths.flatMap(pathRows));
		}

		return paths.every(({held}) => held.verdict === 'passes it on') ? exitCodes.fine : exitCodes.failed;
	},
};

async function probePath(url: string, accepts: string, lines: readonly string[]): Promise<ProbedPath> {
	const own = lines.map(line => {
		const [name = '', ...value] = line.split(':');
		return [name.trim().toLowerCase(), value.join(':').trim()] as const;
	});
	const answer = await readStamped({
		url,
		headers: {
			'content-type': 'application/json',
			'anthropic-version': '2023-06-01',
			'x-api-key': 'demo',
			'accept-encoding': accepts,
			[stampHeader]: '1',
			[scenarioHeader]: 'words',
			...Object.fromEntries(own),
		},
		body: JSON.stringify({
			model: 'claude-haiku-5-5',
			max_tokens: 1000,
			stream: true,
			messages: [{role: 'user', content: 'Hi'}],
		}),
		signal: AbortSignal.timeout(60_000),
	}).catch((error: unknown) => {
		throw new UsageError(
			`The address does not answer: ${describeFailure(error)}.`,
			'Is streamscope serve running behind it?',
		);
	});
	if (answer.status !== 200 || answer.arrivals.length < 2) {
		const said = sanitizeLine(answer.beginning.slice(0, 200));
		throw new UsageError(
			`The answer has status ${answer.status} and no times of sending in it: ${said || 'no body'}`,
			'The path must lead to streamscope serve, and pass the headers that begin with x-streamscope on.',
		);
	}

	const held = heldBack(answer.arrivals);
	return {
		accepts,
		encoding: answer.headers.get('content-encoding') ?? 'identity',
		held,
		advice: pathAdvice(held, answer.headers),
	};
}

function pathRows({accepts, encoding, held, advice}: ProbedPath): Row[] {
	const isFine = held.verdict === 'passes it on';
	const figures = [
		`${held.events} pieces in ${held.reads} reads`,
		`held back ${formatMilliseconds(held.median)} in the middle, at most ${formatMilliseconds(held.max)}`,
		...(held.together === 0
			? []
			: [
					`${held.together} ${held.together === 1 ? 'read' : 'reads'} with pieces sent up to ${formatMilliseconds(held.longestTogether)} apart`,
				]),
	];
	return [
		[
			segment(isFine ? '✓ ' : '✗ ', isFine ? 'good' : 'bad'),
			segment(`accept-encoding: ${accepts}`.padEnd(26)),
			segment(`comes as ${encoding}: the path ${held.verdict}`, isFine ? 'good' : 'bad'),
		],
		[segment(`  ${figures.join(' · ')}`, 'dim')],
		...(advice === null ? [] : [[segment(`  ${advice}`)]]),
	];
}

function headers(line: string, before: readonly string[] = []): readonly string[] {
	if (!/^[\w-]+:/.test(line)) {
		throw new UsageError('--header takes a name and a value.', 'Write it like --header "X-Team: a".');
	}

	return [...before, line];
}
