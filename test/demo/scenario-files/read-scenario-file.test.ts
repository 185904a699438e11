import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import fc from 'fast-check';
import {readScenarioFile} from '../../../source/demo/scenario-files/read-scenario-file.js';
import {scenarioWords} from '../../../source/demo/scenario-files/scenario-words.js';

/** What is wrong with a text, as `line: problem`. */
function problemsOf(text: string, name = 'mine'): readonly string[] {
	const read = readScenarioFile(text, name);
	return 'problems' in read ? read.problems.map(({line, problem}) => `${line}: ${problem}`) : [];
}

function scenarioOf(text: string, name = 'mine') {
	const read = readScenarioFile(text, name);
	assert.ok('scenario' in read, JSON.stringify(read));
	return read.scenario;
}

/** The steps of the only reply. */
function stepsOf(text: string) {
	const [reply] = scenarioOf(text).replies;
	assert.ok(reply?.kind === 'answer');
	return reply.steps;
}

const text = (...parts: readonly string[]) => ({
	kind: 'text',
	parts: parts.map(part => ({before: [], text: part})),
});

describe('the text form', () => {
	test('needs one line for an answer, and takes its name from the file', () => {
		assert.deepEqual(scenarioOf('text: Hello', 'hello'), {
			name: 'hello',
			summary: 'A scenario of a file.',
			expects: {text: 'whole', end: 'success', requests: [1, 1], overtime: 'bad'},
			replies: [
				{
					kind: 'answer',
					when: {kind: 'always'},
					line: 1,
					faults: [],
					responseMs: null,
					pace: null,
					deltaLength: null,
					stop: null,
					usage: null,
					error: null,
					steps: [text('Hello')],
				},
			],
		});
	});

	test('continues a value in the lines that begin with a space, less what they all begin with', () => {
		assert.deepEqual(stepsOf('text: one\n  two\n\n    three\n\n# a comment\ntext:\n\tfour\r\n\t# five\n'), [
			text('one\ntwo\n\n  three'),
			text('four\n# five'),
		]);
	});

	test('keeps spaces before a text, and reads quotes as JSON if they are whole', () => {
		assert.deepEqual(stepsOf('\uFEFFtext:  a\ntext: "b\\n "\ntext: "c" he said'), [
			text(' a'),
			text('b\n '),
			text('"c" he said'),
		]);
	});

	test('joins more to the block before it, with what comes between', () => {
		assert.deepEqual(stepsOf('wait: 1\nthinking: a\nping\nwait: 20ms\nmore: b\nwait: 3'), [
			{kind: 'besides', events: [{wait: 1000}]},
			{
				kind: 'thinking',
				parts: [
					{before: [], text: 'a'},
					{before: [{event: 'ping', data: {type: 'ping'}}, {wait: 20}], text: 'b'},
				],
			},
			{kind: 'besides', events: [{wait: 3000}]},
		]);
	});

	test('has replies by condition, each with its settings', () => {
		const {replies} = scenarioOf(
			'when: try 1-2\nrefuse: 529\nretry-after: 500ms\nwhen: turn 2\ntext: a\nwhen: prompt The Weather\ntext: b\nwhen: tool results\ntext: c\nstop: stop_sequence ###',
		);
		assert.deepEqual(
			replies.map(({when, line}) => [when, line]),
			[
				[{kind: 'try', first: 1, last: 2}, 1],
				[{kind: 'turn', turn: 2}, 4],
				[{kind: 'prompt', words: 'the weather'}, 6],
				[{kind: 'tool results'}, 8],
			],
		);
		assert.deepEqual(replies[0]?.kind === 'refusal' && [replies[0].error, replies[0].retryAfter], [
			{status: 529, type: 'overloaded_error', message: 'Overloaded'},
			0.5,
		]);
		assert.deepEqual(replies[3]?.kind === 'answer' && replies[3].stop, {
			stop_reason: 'stop_sequence',
			stop_sequence: '###',
			stop_details: null,
		});
	});
});

describe('the JSON form', () => {
	test('means the same as the text form', () => {
		const json = JSON.stringify({
			name: 'same',
			about: 'The same.',
			expect: {
				text: 'partial',
				end: 'failure',
				requests: '1-3',
				wait: '1s',
				overtime: 'weak',
				reason: 'busy|too many',
			},
			replies: [
				{when: 'try 1', refuse: 529},
				{
					deltas: 4,
					usage: {output_tokens: 7},
					steps: [{text: 'Hi'}, {wait: 2}, {more: ' you'}, {tool: {name: 'look', input: {at: 1}}}],
				},
			],
		});
		const lines = [
			'name: same',
			'about: The same.',
			'expect: text=partial end=failure requests=1-3 wait=1s overtime=weak reason=busy|too many',
			'when: try 1',
			'refuse: 529',
			'when: always',
			'deltas: 4',
			'usage: output_tokens=7',
			'text: Hi',
			'wait: 2s',
			'more:  you',
			'tool: look {"at": 1}',
		];
		const withoutLines = (value: unknown) =>
			JSON.parse(JSON.stringify(value, (name, part) => (name === 'line' ? undefined : part)));
		assert.deepEqual(withoutLines(scenarioOf(json)), withoutLines(scenarioOf(lines.join('\n'))));
	});

	test('needs no replies where there is one', () => {
		assert.deepEqual(stepsOf('{"steps": [{"text": "Hi"}]}'), [text('Hi')]);
	});

	test('says in which line what is wrong', () => {
		assert.deepEqual(problemsOf('{\n"name": "a",\n}'), [
			'3: The JSON is broken here. Check commas, quotes and brackets.',
		]);
		for (const [content, line] of [
			['{\n"steps": [\n{"text": "Hello"},]\n}\n', 3],
			['{\n"name": "a"\n"steps": []\n}\n', 3],
			['{\n"name": "a,\n"steps": [\n]}', 2],
			['{\n"steps": [\n{"text": "a"}\n', 4],
			['{"name": tru\n,\n"steps": []}', 1],
			['{}\n\n{}', 3],
		] as const) {
			assert.deepEqual(
				problemsOf(content),
				[`${line}: The JSON is broken here. Check commas, quotes and brackets.`],
				content,
			);
		}

		assert.deepEqual(
			problemsOf(
				'{\n"replies": [\n{"when": "soon",\n"steps": [\n{"text": "a, \\"b\\": {"},\n{"txet": "b"},\n"c",\n{"text": 4}\n]},\n5]}',
			),
			[
				'3: when takes "try 1", "try 2-3", "turn 2", "prompt WORDS", "tool results" or "always".',
				'6: There is no word "txet". Did you mean text?',
				'7: A step is an object with one word, as in {"text": "Hello"}.',
				'8: text takes a text, as in "text: Hello".',
				'10: A reply is an object with "steps".',
			],
		);
		assert.deepEqual(problemsOf('[1]'), ['1: A scenario in JSON is an object: {"steps": […]}.']);
		assert.deepEqual(problemsOf('{"steps": 1, "replies": {}}'), [
			'1: "steps" is a list, as in [{"text": "Hello"}].',
			'1: "replies" is a list of objects with "steps".',
		]);
	});
});

test('each line that is wrong is named, with what would be right', () => {
	for (const [content, ...problems] of [
		['', '1: This scenario sends nothing. The shortest one is a line: "text: Hello".'],
		['txt: a', '1: There is no word "txt". Did you mean text?'],
		['text: a\nHello there', '2: A line is a word, a colon and a value, as in "text: Hello".'],
		[
			'  text: a',
			'1: A line is a word, a colon and a value, as in "text: Hello". Nothing stands before text, and the colon right behind it.',
		],
		[
			'text:a',
			'1: A line is a word, a colon and a value, as in "text: Hello". A space stands behind the colon.',
		],
		['text: a\nping: yes', '2: ping stands alone, without a value.'],
		['text: a\nerror: overloaded', '2: error takes a type of the API; did you mean overloaded_error?'],
		[
			'refuse: 429 rate_limt_error Slow down',
			'1: refuse takes a status, then a type of the API; did you mean rate_limit_error?',
		],
		['text: a\nusage: outputtoken=3', '2: usage has no outputtoken; did you mean output_tokens?'],
		['text: a\nstop: stop_sequence', '2: stop needs the sequence, as in "stop: stop_sequence END".'],
		['text: a\nerror: odd_error Odd\nusage: thinking_tokens=4'],
		[
			'text: a\nerror: overloaded_error\nwait: 1s\nmore: b',
			'3: Nothing follows an error event, so wait is never sent. Put it before the error.',
		],
		['text: a\nwait: soon', '2: wait takes a time, as in 2s or 500ms.'],
		['text: a\nfaults: cut-aftr', '2: faults: There is no fault "cut-aftr". Did you mean cut-after?'],
		['more: a', '1: more continues a text or a thinking before it. Write text here.'],
		[
			'text: a\nerror: overloaded_error\nping',
			'3: Nothing follows an error event, so ping is never sent. Put it before the error.',
		],
		['refuse: 529\ntext: a', '2: A refusal has no text. Begin another reply with "when".'],
		[
			'refuse: 200',
			'1: refuse takes a status, as in 529, or also a type and a message, as in "529 overloaded_error Overloaded".',
		],
		['text: a\nretry-after: 1', '2: retry-after goes with a refusal, as in "refuse: 529".'],
		['when: always', '1: This reply sends nothing. Add a line such as "text: Hello" or "refuse: 529".'],
		['text: a\npace: 1\npace: 2', '3: pace stands twice. Keep one of them.'],
		[
			'text: a\nstop: end_trun',
			'2: stop takes end_turn, max_tokens, stop_sequence, tool_use, pause_turn, refusal; did you mean end_turn?',
		],
		['text: a\nusage: 4', '2: usage takes counts, as in "usage: input_tokens=40 output_tokens=9".'],
		[
			'tool: look [1]',
			'1: tool takes the name of a tool and its input in JSON, as in get_weather {"city": "Lisbon"}.',
		],
		['event: {"x": 1}', '1: event needs a type, as in {"type": "message_annotation"}.'],
		[
			'text: a\nexpect: all',
			'2: expect takes text=whole|partial|none end=success|failure|either requests=1-5 wait=1s overtime=bad|weak reason=WORDS|WORDS, each if it matters, reason last.',
		],
		[
			'text: a\nwhen: try 1\ntext: b',
			'2: This reply is never sent, since the one in line 1 takes every request. Put that one last.',
		],
		[
			'name: My Chat\ntext: a',
			'1: name takes lower-case letters, digits and hyphens, as in "name: my-weather".',
		],
		[
			'__proto__: a\nconstructor: b',
			'1: There is no word "__proto__". ',
			'2: There is no word "constructor". ',
		],
	] as const) {
		const found = problemsOf(content);
		assert.deepEqual(
			found.map((problem, index) =>
				problem.slice(0, problems[index]?.endsWith(' ') ? problems[index].length : undefined),
			),
			problems,
			content,
		);
	}

	assert.deepEqual(problemsOf('text: a', '2 words'), [
		'1: "2 words" cannot be the name of a scenario. Write a line such as "name: my-words".',
	]);
});

test('an expectation has its parts in any order but the reason, whose words go to the end', () => {
	const expected = (value: string) => {
		const read = readScenarioFile(`text: a\nexpect: ${value}`, 'mine');
		return 'scenario' in read ? read.scenario.expects : null;
	};
	assert.deepEqual(
		expected('end=either  requests=2 text=none overtime=weak wait=500ms\n  reason=no answer|\n  too\n  late'),
		{
			...{text: 'none', end: 'either', requests: [2, 2], overtime: 'weak', waitMs: 500},
			reasons: ['no answer', 'too late'],
		},
	);
	assert.deepEqual(expected('reason=e=mc2')?.reasons, ['e=mc2']);
	for (const wrong of [
		...['reason=', 'reason=a||b', 'reason=|', 'reason=busy end=failure', 'reason=a reason=b'],
		...[
			'overtime=good',
			'requests=0',
			'requests=5-1',
			'requests=1000',
			'text',
			'wait=soon',
			'__proto__=1',
			'failure',
		],
	]) {
		assert.equal(expected(wrong), null, wrong);
	}
});

test('the example of every word is right where the word belongs', () => {
	for (const {name, example, place} of scenarioWords) {
		const before = name === 'more' || place === 'file' ? 'text: a\n' : '';
		const after =
			place === 'step' || name === 'refuse' ? '' : name === 'retry-after' ? '\nrefuse: 429' : '\ntext: b';
		assert.deepEqual(problemsOf(`${before}${example}${place === 'file' ? '' : after}`), [], example);
	}
});

test('no text makes the reader throw, and every problem has a line of the text', () => {
	const word = fc.constantFrom(...scenarioWords.map(({name}) => name), 'steps', 'replies', 'x');
	const value = fc.oneof(fc.string(), fc.constantFrom('{', '"', '1s', 'try 1', '{"type": "a"}', 'a=1'));
	const lines = fc.array(fc.tuple(word, value).map(([name, content]) => `${name}: ${content}`));
	const json = fc
		.array(fc.tuple(word, fc.jsonValue()))
		.map(pairs => JSON.stringify(Object.fromEntries(pairs), null, 1));
	fc.assert(
		fc.property(
			fc.oneof(
				lines.map(all => all.join('\n')),
				json,
				fc.string(),
			),
			content => {
				const read = readScenarioFile(content, 'mine');
				const count = content.split(/\r\n|\n|\r/).length;
				for (const {line, problem} of 'problems' in read ? read.problems : []) {
					assert.ok(line >= 1 && line <= count && problem !== '', `${line} of ${count}`);
				}
			},
		),
	);
});
