import {isObject} from '../../wire/json.js';
import {type ReadValue, readTime} from './read-values.js';
import type {ScenarioExpectation} from './scenario-file.js';

/** What a file says if it says nothing. */
export const usualExpectation: ScenarioExpectation = {text: 'whole', end: 'success', requests: [1, 1]};

const texts = ['whole', 'partial', 'none'] as const;
const ends = ['success', 'failure', 'either'] as const;

const right =
	'takes text=whole|partial|none end=success|failure|either requests=1-5 wait=1s reason=WORD|WORD, each if it matters';

/** Reads `text=partial end=failure requests=1-5 wait=1s reason=overloaded|busy`, or the same as an object. */
export function readExpectation(value: unknown): ReadValue<ScenarioExpectation> {
	const pairs = isObject(value)
		? Object.entries(value).map(([name, part]) => [name, String(part)] as const)
		: String(value)
				.trim()
				.split(/\s+/)
				.map(pair => [pair.split('=')[0] ?? '', pair.slice(pair.indexOf('=') + 1)] as const);
	let expects = usualExpectation;
	for (const [name, part] of pairs) {
		const change = readPart(name, part);
		if (change === null) {
			return {problem: right};
		}

		expects = {...expects, ...change};
	}

	return {value: expects};
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
		case 'reason':
			return part === '' ? null : {reason: part};
		default:
			return null;
	}
}
