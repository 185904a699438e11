import * as v from 'valibot';
import {isObject, type JsonObject} from '../wire/json.js';
import {ConfigError} from './config-error.js';
import {parseConfigJson} from './parse-config-json.js';

/** What runs for a call: a program with its arguments, or a line for the shell. Nothing from outside becomes a part of either. */
export type ToolCommand =
	| {readonly kind: 'program'; readonly argv: readonly string[]}
	| {readonly kind: 'shell'; readonly line: string};

/** A tool of a file. `definition` is what the request holds. Without a command, a person answers its calls. `timeLimit` is in seconds. */
export type LocalTool = {
	readonly name: string;
	readonly definition: JsonObject;
	readonly command: ToolCommand | null;
	/** Whether the command runs without being asked for. */
	readonly isAlways: boolean;
	readonly timeLimit: number;
};

const usualTimeLimit = 30;

const toolSchema = v.pipe(
	v.looseObject({
		name: v.pipe(v.string(), v.regex(/\S/)),
		type: v.optional(v.string()),
		input_schema: v.optional(v.custom<JsonObject>(isObject)),
		command: v.optional(
			v.union([v.pipe(v.string(), v.regex(/\S/)), v.pipe(v.array(v.string()), v.check(hasProgram))]),
		),
		run: v.optional(v.picklist(['ask', 'always'])),
		timeLimit: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(3600))),
	}),
	v.check(({type, input_schema: schema}) => schema !== undefined || !isOwn(type), 'input_schema'),
	v.check(({run, command}) => run !== 'always' || command !== undefined, 'run'),
);

/** What each field of a tool may hold. */
const rules: ReadonlyMap<string, string> = new Map([
	['name', '"name" must be a text that is not empty.'],
	['type', '"type" must be a text, as in "web_search_20260318".'],
	['input_schema', 'A tool of your own needs "input_schema", a JSON schema like {"type": "object"}.'],
	['command', '"command" must be a list of a program and its arguments, or one text for the shell.'],
	['run', '"run" must be "ask" or "always", and "always" needs a "command".'],
	['timeLimit', '"timeLimit" must be a number of seconds from 0.1 to 3600.'],
]);

const example =
	'A file of tools looks like {"tools": [{"name": "clock", "input_schema": {"type": "object"}, "command": ["date"]}]}.';

/** Reads the text of a file of tools. Throws a `ConfigError` that names the tool and the field that is wrong. */
export function parseToolFile(path: string, text: string): readonly LocalTool[] {
	const {value, fault} = parseConfigJson(text.replace(/^\uFEFF/, ''));
	if (fault !== null) {
		throw new ConfigError(`${path} is not JSON: line ${fault.line}, column ${fault.column}.`, example);
	}

	const list: unknown = isObject(value) ? value.tools : value;
	if (!Array.isArray(list)) {
		throw new ConfigError(`${path} holds no list of tools.`, example);
	}

	const tools = list.map((item, index) => localTool(path, item, index + 1));
	const twice = tools.find(({name}, index) => tools.findIndex(tool => tool.name === name) < index);
	if (twice !== undefined) {
		throw new ConfigError(
			`${path}: two tools have the name ${JSON.stringify(twice.name)}.`,
			'Rename one of them.',
		);
	}

	return tools;
}

function localTool(path: string, item: unknown, number: number): LocalTool {
	const {success, output, issues} = v.safeParse(toolSchema, item);
	if (!success) {
		const [issue] = issues;
		const field = String(issue.path?.[0]?.key ?? issue.message);
		throw new ConfigError(`${path}: tool ${number} is wrong.`, rules.get(field) ?? example);
	}

	const {command, run, timeLimit = usualTimeLimit, ...definition} = output;
	return {
		name: definition.name,
		// Parsed from JSON, so all of it is.
		definition: definition as unknown as JsonObject,
		command:
			command === undefined
				? null
				: typeof command === 'string'
					? {kind: 'shell', line: command}
					: {kind: 'program', argv: command},
		isAlways: run === 'always',
		timeLimit,
	};
}

/** Whether the program runs a tool of that type, and not the server. */
function isOwn(type: string | undefined): boolean {
	return type === undefined || type === 'custom';
}

function hasProgram(argv: string[]): boolean {
	return /\S/.test(argv[0] ?? '');
}
