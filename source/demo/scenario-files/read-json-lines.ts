import {isObject, type Json, type JsonObject} from '../../wire/json.js';
import {jsonPlaces} from './json-places.js';
import type {ScenarioLine, ScenarioLines, ScenarioProblem} from './scenario-line.js';

type Path = ReadonlyArray<string | number>;

/** Reads the JSON form: the words of the file and of each of its `replies`, whose `steps` are objects with one word each. */
export function readJsonLines(text: string): ScenarioLines {
	const parsed = parse(text);
	if ('problem' in parsed) {
		return {lines: [], problems: [parsed]};
	}

	const {value} = parsed;
	if (!isObject(value)) {
		return {lines: [], problems: [{line: 1, problem: 'A scenario in JSON is an object: {"steps": […]}.'}]};
	}

	const places = jsonPlaces(text);
	const lines: ScenarioLine[] = [];
	const problems: ScenarioProblem[] = [];
	const lineOf = (path: Path) => places.get(JSON.stringify(path)) ?? 1;
	const add = (word: string, value: unknown, path: Path) => lines.push({word, value, line: lineOf(path)});
	const addAll = (object: JsonObject, path: Path) => {
		const {steps, replies: _, when, ...words} = object;
		// A reply begins with its condition, wherever it is written.
		for (const [word, value] of Object.entries(when === undefined ? words : {when, ...words})) {
			add(word, value, [...path, word]);
		}

		if (steps !== undefined && !Array.isArray(steps)) {
			problems.push({
				line: lineOf([...path, 'steps']),
				problem: '"steps" is a list, as in [{"text": "Hello"}].',
			});
		}

		for (const [index, step] of Array.isArray(steps) ? steps.entries() : []) {
			addStep(step, [...path, 'steps', index]);
		}
	};
	const addStep = (step: Json, path: Path) => {
		const words = isObject(step) ? Object.entries(step) : [];
		const [first] = words;
		if (first === undefined || words.length > 1) {
			problems.push({
				line: lineOf(path),
				problem: 'A step is an object with one word, as in {"text": "Hello"}.',
			});
		} else {
			add(first[0], first[1], [...path, first[0]]);
		}
	};

	addAll(value, []);
	const {replies} = value;
	if (replies !== undefined && !Array.isArray(replies)) {
		problems.push({line: lineOf(['replies']), problem: '"replies" is a list of objects with "steps".'});
	}

	for (const [index, reply] of Array.isArray(replies) ? replies.entries() : []) {
		if (isObject(reply)) {
			addAll({when: 'always', ...reply}, ['replies', index]);
		} else {
			problems.push({line: lineOf(['replies', index]), problem: 'A reply is an object with "steps".'});
		}
	}

	return {lines, problems};
}

function parse(text: string): {readonly value: Json} | ScenarioProblem {
	try {
		return {value: JSON.parse(text) as Json};
	} catch {
		return {line: brokenLine(text), problem: 'The JSON is broken here. Check commas, quotes and brackets.'};
	}
}

/** The first line up to whose end the text cannot be the beginning of JSON; the last one if only its end is missing. */
function brokenLine(text: string): number {
	const lines = text.split('\n');
	let whole = 0;
	let broken = lines.length;
	while (broken - whole > 1) {
		const middle = Math.floor((whole + broken) / 2);
		if (canContinue(`${lines.slice(0, middle).join('\n')}\n`)) {
			whole = middle;
		} else {
			broken = middle;
		}
	}

	return broken;
}

/** Whether the parser finds nothing wrong but the end. The texts are V8's. */
function canContinue(beginning: string): boolean {
	try {
		JSON.parse(beginning);
		return true;
	} catch (error) {
		const message = String(error);
		const [, position] = /at position (\d+)/.exec(message) ?? [];
		return /Unexpected end of JSON input/.test(message) || Number(position) === beginning.length;
	}
}
