import {isObject} from '../../wire/json.js';
import {type ReadValue, readTime} from './read-values.js';
import type {ScenarioExpectation} from './scenario-file.js';

/** What a file says if it says nothing. */
export const usualExpectation: ScenarioExpectation = {
	text: 'whole',
	end: 'success',
	requests: [1, 1],
	overtime: 'bad',
};

const texts = ['whole', 'partial', 'none'] as const;
const ends = ['success', 'failure', 'either'] as const;
const overtimes = ['bad', 'weak'] as const;

/** The parts of an expectation, in the order of the list. @internal Outside of this file, only the docs list them. */
export const expectationParts = [
	{
		name: 'text',
		form: 'whole|partial|none',
		summary:
			'What the client prints of the answer: all of it, what had come before the fault, or nothing because nothing came. Without it, `whole`.',
	},
	{
		name: 'end',
		form: 'success|failure|either',
		summary:
			'`failure` is an exit code other than 0, words on standard error, or one of the reasons. Without it, `success`.',
	},
	{
		name: 'requests',
		form: '1-5',
		summary:
			'The fewest and the most requests. Fewer are weak, more are bad. Without it, `1`: no second try.',
	},
	{
		name: 'wait',
		form: '1s',
		summary: 'The shortest wait before the second request, as `retry-after` asks for it.',
	},
	{
		name: 'overtime',
		form: 'bad|weak',
		summary:
			'How bad it is if the client is still running when the time limit has passed. Without it, `bad`: it hangs.',
	},
	{
		name: 'reason',
		form: 'WORDS|WORDS',
		summary:
			'Stands last: what a person needs to know, in the words of the server or of the connection. The client says one of them on either output, in upper or lower case; without one, its failure is weak, and without any word bad.',
	},
] as const;

const otherPart = new RegExp(`\\b(?:${expectationParts.map(({name}) => name).join('|')})=`);

const right = `takes ${expectationParts.map(({name, form}) => `${name}=${form}`).join(' ')}, each if it matters, reason last`;

/** Reads `text=partial end=failure requests=1-5 wait=1s overtime=weak reason=overloaded|too many`, or the same as an object. */
export function readExpectation(value: unknown): ReadValue<ScenarioExpectation> {
	let expects = usualExpectation;
	for (const [name, part] of isObject(value) ? Object.entries(value) : partsOf(String(value))) {
		const change = readPart(name, String(part));
		if (change === null) {
			return {problem: right};
		}

		expects = {...expects, ...change};
	}

	return {value: expects};
}

/** The reason goes to the end, because its words may have spaces. */
function partsOf(text: string): ReadonlyArray<readonly [name: string, part: string]> {
	const [, pairs = text, reason] = /^([\s\S]*?)\breason=([\s\S]*)$/.exec(text) ?? [];
	return [
		...pairs
			.split(/\s+/)
			.filter(pair => pair !== '')
			.map(pair => [pair.split('=')[0] ?? '', pair.slice(pair.indexOf('=') + 1)] as const),
		...(reason === undefined ? [] : [['reason', reason] as const]),
	];
}

function readPart(name: string, part: string): Partial<ScenarioExpectation> | null {
	switch (name) {
		case 'text': {
			const text = texts.find(known => known === part);
			return text === undefined ? null : {text};
		}
		case 'end': {
			const end = ends.find(known => known === part);
			return end === undefined ? null : {end};
		}
		case 'requests': {
			const [, min, max = min] = /^([1-9]\d{0,2})(?:-([1-9]\d{0,2}))?$/.exec(part) ?? [];
			return min === undefined || Number(max) < Number(min) ? null : {requests: [Number(min), Number(max)]};
		}
		case 'wait': {
			const time = readTime(part);
			return 'problem' in time ? null : {waitMs: time.value};
		}
		case 'overtime': {
			const overtime = overtimes.find(known => known === part);
			return overtime === undefined ? null : {overtime};
		}
		case 'reason': {
			const reasons = part.split('|').map(words => words.trim().replaceAll(/\s+/g, ' '));
			// Every text holds an empty one; and another part after the reason would be taken for words of it.
			return reasons.some(words => words === '' || otherPart.test(words)) ? null : {reasons};
		}
		default:
			return null;
	}
}
