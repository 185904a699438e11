import {nearestName} from '../../text/nearest-name.js';
import {createReading, type LineReading, onlyLine} from './line-reading.js';
import {readExpectation, usualExpectation} from './read-expectation.js';
import {readJsonLines} from './read-json-lines.js';
import {readReply} from './read-reply.js';
import {readTextLines} from './read-text-lines.js';
import {readCondition, readName, readText, type ValueReader} from './read-values.js';
import type {Reply, ReplyCondition, ScenarioFile} from './scenario-file.js';
import type {ScenarioLine, ScenarioProblem} from './scenario-line.js';
import {findScenarioWord, scenarioWords} from './scenario-words.js';

export type ReadScenario =
	| {readonly scenario: ScenarioFile}
	| {readonly problems: readonly [ScenarioProblem, ...ScenarioProblem[]]};

type Section = {readonly when: ReplyCondition; readonly line: number; readonly lines: ScenarioLine[]};

/** Reads a scenario in the text form or, if it begins with a brace, in JSON. `usualName` is its name unless it has one. Never throws. */
export function readScenarioFile(text: string, usualName: string): ReadScenario {
	const content = text.replace(/^\uFEFF/, '');
	const {lines, problems: broken} = /^\s*[{[]/.test(content)
		? readJsonLines(content)
		: readTextLines(content);
	const problems = [...broken];
	const reading = createReading(problems);
	const known = lines.filter(line => isKnown(line, reading));
	const once = (word: string) => onlyLine(known, word, reading);
	const name = readOr(once('name'), readName, reading) ?? usualName;
	const summary = readOr(once('about'), readText, reading) ?? 'A scenario of a file.';
	const expects = readOr(once('expect'), readExpectation, reading) ?? usualExpectation;
	const replies = sectionsOf(known, reading).flatMap(({when, line, lines}) => {
		const reply = readReply(lines, line, reading);
		return reply === null ? [] : [{...reply, when, line}];
	});
	if (problems.length === 0) {
		reportUnreachable(replies, reading);
	}

	if (known.every(({word}) => findScenarioWord(word)?.place === 'file') && problems.length === 0) {
		reading.report(1, 'This scenario sends nothing. The shortest one is a line: "text: Hello".');
	}

	if (problems.length === 0 && 'problem' in readName(name)) {
		reading.report(
			1,
			`"${name}" cannot be the name of a scenario. Write a line such as "name: my-${word(name)}".`,
		);
	}

	const [first, ...others] = problems.sort((one, other) => one.line - other.line);
	return first === undefined
		? {scenario: {name, summary: summary.replaceAll(/\s+/g, ' '), expects, replies}}
		: {problems: [first, ...others]};
}

/** A word of the name that a name may have. */
function word(name: string): string {
	return /[a-z]+/.exec(name)?.[0] ?? 'scenario';
}

function readOr<T>(line: ScenarioLine | null, read: ValueReader<T>, reading: LineReading): T | null {
	return line === null ? null : reading.read(line, read);
}

function isKnown({word, line}: ScenarioLine, {report}: LineReading): boolean {
	if (findScenarioWord(word) !== null) {
		return true;
	}

	const names = scenarioWords.map(({name}) => name);
	const nearest = nearestName(word, names);
	report(
		line,
		`There is no word "${word}". ${nearest === null ? `The words are ${names.join(', ')}.` : `Did you mean ${nearest}?`}`,
	);
	return false;
}

/** The lines of each reply. Those before the first `when` are a reply to every request. */
function sectionsOf(lines: readonly ScenarioLine[], {read}: LineReading): readonly Section[] {
	const sections: Section[] = [];
	for (const line of lines) {
		const place = findScenarioWord(line.word)?.place;
		if (line.word === 'when') {
			sections.push({when: read(line, readCondition) ?? {kind: 'always'}, line: line.line, lines: []});
		} else if (place !== 'file') {
			if (sections.length === 0) {
				sections.push({when: {kind: 'always'}, line: line.line, lines: []});
			}

			sections.at(-1)?.lines.push(line);
		}
	}

	return sections;
}

function reportUnreachable(replies: readonly Reply[], {report}: LineReading): void {
	const always = replies.findIndex(({when}) => when.kind === 'always');
	const next = always < 0 ? undefined : replies[always + 1];
	if (next !== undefined) {
		report(
			next.line,
			`This reply is never sent, since the one in line ${replies[always]?.line} takes every request. Put that one last.`,
		);
	}
}
