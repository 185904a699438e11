import type {Command} from 'commander';
import {type HeldBack, heldBack, heldBackTolerance} from '../../analysis/held-back.js';
import {apiDispatcher, type NetworkDispatcher} from '../../client/network-dispatcher.js';
import {scenarioHeader} from '../../demo/choose-scenario.js';
import {faultHeader} from '../../demo/request-handler.js';
import {stampHeader} from '../../demo/stamp-steps.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {type Row, segment} from '../../text/segment.js';
import {printJson} from '../../wire/json.js';
import {withoutUrlSecrets} from '../../wire/url-secrets.js';
import type {CommandModule} from '../command-module.js';
import {exitCodes} from '../exit-code.js';
import {printRows} from '../print-rows.js';
import {startProgressLine} from '../progress-line.js';
import {UsageError} from '../usage-error.js';
import {pathAdvice} from './path-advice.js';
import {answerProblem, connectionProblem, type ProbeProblem, probeTimeLimit} from './probe-problem.js';
import {readStamped, type StampedAnswer} from './read-stamped.js';

type ProbeFlags = {readonly json?: true; readonly header?: readonly string[]};

/** One way of asking: what the client accepts, what came, and what the path did. */
type ProbedPath = {
	readonly accepts: string;
	readonly encoding: string;
	readonly held: HeldBack;
	readonly advice: string | null;
};

/** In milliseconds: a shorter stream cannot be held back by more than the tolerance. */
const minSentOver = 4 * heldBackTolerance;

const encodings = ['identity', 'gzip', 'br'] as const;

/** Who holds a stream back? Asks a server of `serve` through the real path and compares when events were sent with when they came. */
export const command: CommandModule<ProbeFlags> = {
	takes: ['ca'],
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
	async run({args, own, options, context}) {
		const [url = ''] = args;
		const shown = withoutUrlSecrets(url);
		const ask = createAsk({
			url: messagesUrl(url),
			lines: own.header ?? [],
			dispatcher: apiDispatcher(context.env, options.values.ca),
		});
		const paths: ProbedPath[] = [];
		using progress = startProgressLine(context, 'asking …');
		// What is slow only because it is the first is not what the path does.
		await ask('identity');
		for (const accepts of encodings) {
			progress.say(`asking with accept-encoding: ${accepts} …`);
			const path = await probePath(accepts, ask);
			paths.push(path);
			if (!own.json) {
				printRows(context.stdout, pathRows(path));
			}
		}

		if (own.json) {
			context.stdout.write(`${printJson({url: shown, tolerance: heldBackTolerance, paths}, '\t')}\n`);
		}

		return paths.every(({held}) => held.verdict === 'passes it on') ? exitCodes.fine : exitCodes.failed;
	},
};

/** The address of the messages behind a base URL, which may already end in it. Throws a `UsageError` if it is none. */
function messagesUrl(url: string): string {
	const target = URL.parse(url);
	if (target === null || !/^https?:$/.test(target.protocol)) {
		throw new UsageError(
			`probe takes an address, not "${withoutUrlSecrets(url)}".`,
			'Write it like http://gateway.example:8080/path.',
		);
	}

	target.pathname = `${target.pathname.replace(/(?:\/v1(?:\/messages)?)?\/*$/, '')}/v1/messages`;
	return target.href;
}

type Asked = {
	readonly url: string;
	/** Headers of the user's own, as `Name: value`. */
	readonly lines: readonly string[];
	readonly dispatcher: NetworkDispatcher | null;
};

type Ask = (accepts: string) => Promise<StampedAnswer>;

/** Asks for a stamped stream. Throws a `UsageError` if what comes cannot be judged. */
function createAsk({url, lines, dispatcher}: Asked): Ask {
	const own = lines.map(line => {
		const [name = '', ...value] = line.split(':');
		return [name.trim().toLowerCase(), value.join(':').trim()] as const;
	});
	return async accepts => {
		const answer = await readStamped({
			url,
			headers: {
				'content-type': 'application/json',
				'anthropic-version': '2023-06-01',
				'x-api-key': 'demo',
				'accept-encoding': accepts,
				[stampHeader]: '1',
				[scenarioHeader]: 'words',
				// The faults of a class are not for it.
				[faultHeader]: '',
				...Object.fromEntries(own),
			},
			body: JSON.stringify({
				model: 'claude-haiku-5-5',
				max_tokens: 1000,
				stream: true,
				messages: [{role: 'user', content: 'Hi'}],
			}),
			signal: AbortSignal.timeout(probeTimeLimit),
			dispatcher,
		}).catch((error: unknown) => refuse(connectionProblem(error)));
		const problem = answerProblem(answer);
		return problem === null ? answer : refuse(problem);
	};
}

function refuse({message, hint}: ProbeProblem): never {
	throw new UsageError(message, hint);
}

/** Asks again if the path seems to hold back, and believes the better answer: a busy machine is late once, a buffer each time. */
async function probePath(accepts: string, ask: Ask): Promise<ProbedPath> {
	const first = await judge(accepts, ask);
	if (first.held.verdict === 'passes it on') {
		return first;
	}

	const second = await judge(accepts, ask);
	return second.held.max < first.held.max ? second : first;
}

async function judge(accepts: string, ask: Ask): Promise<ProbedPath> {
	const {arrivals, headers} = await ask(accepts);
	const held = heldBack(arrivals);
	if (held.sentOver < minSentOver) {
		throw new UsageError(
			`The server sends its pieces within ${formatMilliseconds(held.sentOver)}, which is too fast to see what holds them back.`,
			'Run streamscope serve without --speed.',
		);
	}

	return {
		accepts,
		encoding: headers.get('content-encoding') ?? 'identity',
		held,
		advice: pathAdvice(held, headers),
	};
}

function pathRows({accepts, encoding, held, advice}: ProbedPath): Row[] {
	const isFine = held.verdict === 'passes it on';
	const figures = [
		`${held.events} pieces in ${reads(held.reads)}`,
		`held back by ${formatMilliseconds(held.median)} (median), ${formatMilliseconds(held.max)} at most`,
		...(held.together === 0
			? []
			: [`${reads(held.together)} with pieces sent up to ${formatMilliseconds(held.longestTogether)} apart`]),
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

function reads(count: number): string {
	return count === 1 ? '1 read' : `${count} reads`;
}

function headers(line: string, before: readonly string[] = []): readonly string[] {
	if (!/^[\w-]+:/.test(line)) {
		throw new UsageError('--header takes a name and a value.', 'Write it like --header "X-Team: a".');
	}

	return [...before, line];
}
