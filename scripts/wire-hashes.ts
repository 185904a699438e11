// The bytes that the demo server sends by seed, as hashes: one for each scenario, fault and case of `drill`. They are the same on every machine.

import {createHash} from 'node:crypto';
import {servedCases} from '../source/commands/drill/built-in-cases.js';
import {faultRules} from '../source/demo/faults/fault-rules.js';
import {parseFaults} from '../source/demo/faults/parse-faults.js';
import {readMessagesRequest} from '../source/demo/messages-request.js';
import {type PlannedAnswer, planAnswer} from '../source/demo/plan-answer.js';
import {createRandom} from '../source/demo/random.js';
import {createScenarioBook} from '../source/demo/scenario-book.js';
import {demoScenarios} from '../source/demo/scenario-names.js';

const cases = servedCases();
const scenarios = createScenarioBook([], cases);

/** Faults that are joined, one from each stage. */
const joined = [
	'429=1, cut-after=5',
	'unknown-event, unknown-delta, unknown-block, crlf, drip=3',
	'double=2, comments, split-characters, cut-inside=9',
	'no-message-stop, no-space, bom, gzip, silence=2s',
];

/** A line for each stream: what plays, at which try, and the hash of its status, bytes, reads, delays and ending. */
export function wireHashes(): readonly string[] {
	const byScenario = demoScenarios.flatMap(({name}) =>
		[1, 2, 3].map(occurrence => `${name}\t${occurrence}\t\t${hashOf(planned(name, occurrence, ''))}`),
	);
	const byFault = [...faultRules.keys(), ...joined].map(
		faults => `words\t1\t${faults}\t${hashOf(planned('words', 1, faults))}`,
	);
	const byCase = cases.map(({name}) => `${name}\t1\t\t${hashOf(planned(name, 1, ''))}`);
	return ['scenario\ttry\tfaults\tsha256', ...byScenario, ...byFault, ...byCase];
}

function planned(name: string, occurrence: number, list: string): PlannedAnswer {
	const content = 'Write me a 3 word sentence, without a preamble.';
	const request = readMessagesRequest({
		...{model: 'claude-haiku-5-5', max_tokens: 8192, stream: true},
		messages: [{role: 'user', content}],
	});
	const parsed = parseFaults(list);
	if (!('messages' in request) || !('faults' in parsed)) {
		throw new Error(`The request of ${name} or its faults ${list} are not right.`);
	}

	const ids = createRandom(7, 'ids', name, occurrence, list);
	return planAnswer(request, {seed: 7, scenarios, name, occurrence, ids, faults: parsed.faults});
}

function hashOf(answer: PlannedAnswer): string {
	return createHash('sha256')
		.update(JSON.stringify(wireOf(answer)))
		.digest('hex')
		.slice(0, 16);
}

function wireOf(answer: PlannedAnswer): unknown {
	if (answer.kind !== 'answer') {
		return answer;
	}

	const {steps, ...plan} = answer.plan;
	return {...plan, steps: steps.map(({delayMs, bytes}) => [delayMs, Buffer.from(bytes).toString('base64')])};
}
