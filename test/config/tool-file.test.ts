import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ConfigError} from '../../source/config/config-error.js';
import {parseToolFile} from '../../source/config/tool-file.js';

const parse = (value: unknown) => parseToolFile('/c/tools.json', JSON.stringify(value));
const schema = {type: 'object', properties: {place: {type: 'string'}}};

test('a tool is what the request holds, without what only this program reads', () => {
	const weather = {
		name: 'weather',
		description: 'How it is.',
		input_schema: schema,
		cache_control: {type: 'ephemeral'},
	};
	const [tool, ...rest] = parse({
		tools: [{...weather, command: ['./weather', '--now'], run: 'always', timeLimit: 5}],
	});
	assert.deepEqual(rest, []);
	assert.deepEqual(tool, {
		name: 'weather',
		definition: weather,
		command: {kind: 'program', argv: ['./weather', '--now']},
		isAlways: true,
		timeLimit: 5,
	});
});

test('a text is a line for the shell; a tool without a command is answered by hand; a server tool needs no schema', () => {
	const tools = parse([
		{name: 'clock', input_schema: {}, command: 'date | cut -c 1-10'},
		{name: 'ask_me', input_schema: {}},
		{type: 'web_search_20260318', name: 'web_search', max_uses: 3},
	]);
	assert.deepEqual(
		tools.map(({name, command, isAlways, timeLimit}) => [name, command, isAlways, timeLimit]),
		[
			['clock', {kind: 'shell', line: 'date | cut -c 1-10'}, false, 30],
			['ask_me', null, false, 30],
			['web_search', null, false, 30],
		],
	);
	assert.deepEqual(tools[2]?.definition, {type: 'web_search_20260318', name: 'web_search', max_uses: 3});
});

const wrong: ReadonlyArray<readonly [title: string, tools: unknown, hint: RegExp]> = [
	['no name', [{input_schema: {}}], /"name"/],
	['no schema', [{name: 'a'}], /"input_schema"/],
	['a schema that is a list', [{name: 'a', input_schema: []}], /"input_schema"/],
	['an empty command', [{name: 'a', input_schema: {}, command: []}], /"command"/],
	['a command that is a number', [{name: 'a', input_schema: {}, command: 7}], /"command"/],
	['another word for run', [{name: 'a', input_schema: {}, command: ['a'], run: 'never'}], /"run"/],
	['always without a command', [{name: 'a', input_schema: {}, run: 'always'}], /"run"/],
	['a time limit of nothing', [{name: 'a', input_schema: {}, timeLimit: 0}], /"timeLimit"/],
	['a tool that is a text', ['a'], /A file of tools looks like/],
	['no list', {tools: {}}, /A file of tools looks like/],
	[
		'two of a name',
		[
			{name: 'a', input_schema: {}},
			{name: 'a', input_schema: {}},
		],
		/Rename/,
	],
];

for (const [title, tools, hint] of wrong) {
	test(`a file of tools with ${title} is refused, and the message says what it needs`, () => {
		assert.throws(
			() => parse(tools),
			error =>
				error instanceof ConfigError && error.message.includes('/c/tools.json') && hint.test(error.hint),
		);
	});
}

test('a file that is not JSON is refused with the place of its fault', () => {
	assert.throws(() => parseToolFile('/c/tools.json', '[\n{,}]'), /line 2, column 2/);
});
