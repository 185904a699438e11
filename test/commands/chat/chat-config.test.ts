import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {chatConfig} from '../../../source/commands/chat/chat-config.js';
import {fieldNames, options} from '../../../source/commands/options.js';
import {paneSizes} from '../../../source/commands/pane-sizes.js';
import {withBell} from '../../../source/commands/with-bell.js';
import {readConfig} from '../../../source/config/read-config.js';
import {resolveOptions} from '../../../source/config/resolve-options.js';
import type {ChatSettings} from '../../../source/messages/request/chat-settings.js';
import {createTheme} from '../../../source/text/theme.js';
import {createStore} from '../../../source/ui/screen/store.js';
import type {DemoSpeed} from '../../../source/ui/slash/slash-context.js';
import {screenOf} from '../../helpers/drawn-pane.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';

type Given = {
	readonly text?: string;
	readonly env?: Readonly<Record<string, string>>;
	readonly flags?: Readonly<Record<string, unknown>>;
};

/** The config of a chat that was started with a config file, an environment and flags. */
const opened = async (folder: string, {text, env = {}, flags = {}}: Given = {}) => {
	const file = path.join(folder, 'config.json');
	if (text !== undefined) {
		writeFileSync(file, text);
	}

	const config = await readConfig(file, fieldNames);
	const resolved = withBell(resolveOptions(options, {flags, env, file: config}));
	const {values} = resolved;
	let speed: DemoSpeed = values.demoSpeed;
	const settings = createStore<ChatSettings>({
		model: values.model,
		maxTokens: values.maxTokens,
		system: values.system,
		thinking: values.thinking,
		effort: values.effort,
		set: values.set,
		betas: values.beta,
	});
	const screen = screenOf(
		[],
		{
			isMarkdown: values.markdown,
			hasEvents: values.events,
			isStepping: values.step,
			hasMouse: values.mouse,
			notify: values.notify,
			...paneSizes(values),
		},
		{theme: createTheme(values.theme, 0)},
	);
	const control = chatConfig({
		options: resolved,
		file: config,
		settings,
		demo: {
			present: () => ({scenario: 'chat', speed}),
			async play(choice) {
				speed = choice.speed ?? speed;
			},
		},
		screen: () => screen,
		createTheme: name => createTheme(name, 0),
	});
	const row = (name: string) => {
		const field = control.fields().find(one => one.name === name);
		return `${field?.value} (${field?.from})`;
	};
	return {control, row, screen, settings, read: () => JSON.parse(readFileSync(file, 'utf8'))};
};

/** A value to type for each setting, how it is shown then, and what the file holds. */
const typed: ReadonlyArray<readonly [name: string, text: string, shown: string, field: unknown]> = [
	['model', 'claude-opus-5', 'claude-opus-5', 'claude-opus-5'],
	['maxTokens', '9000', '9000', 9000],
	['system', 'Be brief.', 'Be brief.', 'Be brief.'],
	['thinking', 'adaptive', 'adaptive', 'adaptive'],
	['effort', 'low', 'low', 'low'],
	['set', 'speed="fast"', '{"speed":"fast"}', ['speed="fast"']],
	['beta', 'one-2026-01-01', '["one-2026-01-01"]', ['one-2026-01-01']],
	['apiVersion', '2023-06-01', '2023-06-01', '2023-06-01'],
	['auth', 'x-api-key', 'x-api-key', 'x-api-key'],
	['baseUrl', 'https://example.com', 'https://example.com', 'https://example.com'],
	['timeout', '30', '30', 30],
	['ca', '/ca.pem', '/ca.pem', '/ca.pem'],
	['maxAnswerEvents', '500', '500', 500],
	['maxAnswerBytes', '500', '500', 500],
	['demoSpeed', 'max', 'max', 'max'],
	['record', 'false', 'false', false],
	['theme', 'light', 'light', 'light'],
	['widthModel', 'cjk', 'cjk', 'cjk'],
	['alternateScreen', 'false', 'false', false],
	['mouse', 'true', 'true', true],
	['kittyKeyboard', 'false', 'false', false],
	['notify', 'desktop', 'desktop', 'desktop'],
	['bell', 'true', 'true', true],
	['title', 'false', 'false', false],
	['markdown', 'false', 'false', false],
	['events', 'false', 'false', false],
	['step', 'true', 'true', true],
	['split', '0.6', '0.6', 0.6],
	['log', 'full', 'full', 'full'],
	['inspector', 'beside', 'beside', 'beside'],
	['logShare', '0.3', '0.3', 0.3],
	['views', '{"tools": "type:json"}', '{"tools":"type:json"}', {tools: 'type:json'}],
	['columns', 'clock,bytes', '["clock","bytes"]', ['clock', 'bytes']],
	['screenReader', 'true', 'true', true],
	['prices', '{"m": {"input": 1, "output": 5}}', '{"m":{"input":1,"output":5}}', {m: {input: 1, output: 5}}],
	['keys', '{"nextPane": "ctrl+t"}', '{"nextPane":["ctrl+t"]}', {nextPane: 'ctrl+t'}],
];

test('every setting is in the table of this test', () => {
	assert.deepEqual(
		typed.map(([name]) => name),
		fieldNames,
	);
});

for (const [name, text, shown, field] of typed) {
	test(`${name} is set in place, is in the file, and is the default again after a reset`, async () => {
		using folder = temporaryFolder();
		const {control, row, read} = await opened(folder.path);
		const before = row(name);
		assert.match(before, / \(default\)$/);
		await control.set(name.toUpperCase(), text);
		assert.equal(row(name), `${shown} (config file)`);
		assert.deepEqual(read(), {[name]: field});
		await control.set(name, 'reset');
		assert.equal(row(name), before);
		assert.deepEqual(read(), {});
	});
}

test('a value that is typed is read as one of a new start', async () => {
	for (const [name, text] of typed) {
		using folder = temporaryFolder();
		const first = await opened(folder.path);
		await first.control.set(name, text);
		const second = await opened(folder.path);
		assert.equal(second.row(name), first.row(name));
	}
});

test('what a command or a key changed is from this chat, and is from the file once it is kept', async () => {
	using folder = temporaryFolder();
	const {control, row, screen, settings, read} = await opened(folder.path);
	settings.update(state => ({...state, set: [{path: 'speed', value: 'fast'}], model: 'claude-opus-5'}));
	screen.dispatch({name: 'useTheme', theme: createTheme('plain', 0)});
	screen.dispatch({name: 'resizeLog'});
	assert.deepEqual(['model', 'set', 'theme', 'log'].map(row), [
		'claude-opus-5 (this chat)',
		'{"speed":"fast"} (this chat)',
		'plain (this chat)',
		'half (this chat)',
	]);
	await control.keep({set: control.values().get('set'), theme: 'plain', log: 'half'});
	assert.deepEqual(['set', 'theme', 'log'].map(row), [
		'{"speed":"fast"} (config file)',
		'plain (config file)',
		'half (config file)',
	]);
	assert.deepEqual(read(), {set: {speed: 'fast'}, theme: 'plain', log: 'half'});
});

test('a theme that follows the background is shown as it was chosen', async () => {
	using folder = temporaryFolder();
	const {row} = await opened(folder.path);
	assert.equal(row('theme'), 'auto (default)');
});

test('a flag and a variable are named, and a reset goes back to them', async () => {
	using folder = temporaryFolder();
	const {control, row} = await opened(folder.path, {
		text: '{"theme": "dark", "maxTokens": 1, "log": "full"}',
		env: {STREAMSCOPE_THEME: 'plain'},
		flags: {maxTokens: '2000'},
	});
	assert.deepEqual(['theme', 'maxTokens', 'log'].map(row), [
		'plain ($STREAMSCOPE_THEME)',
		'2000 (--max-tokens)',
		'full (config file)',
	]);
	assert.match(
		await control.set('theme', 'light'),
		/theme is light\. At a start, STREAMSCOPE_THEME wins over the file\.$/,
	);
	assert.match(await control.set('theme', 'reset'), /theme is no longer in .* It is plain now\.$/);
	assert.match(await control.set('maxTokens', 'reset'), /It is 2000 now\.$/);
	assert.match(await control.set('log', 'reset'), /It is third now\.$/);
	assert.match(
		await control.set('title', 'reset'),
		/^title is not in .* The default counts from the next start\.$/,
	);
	assert.deepEqual(['theme', 'maxTokens', 'log'].map(row), [
		'plain ($STREAMSCOPE_THEME)',
		'2000 (--max-tokens)',
		'third (default)',
	]);
});

test('the bell rings at once, and without it a person is called as before', async () => {
	using folder = temporaryFolder();
	const {control, row} = await opened(folder.path);
	await control.set('bell', 'true');
	assert.equal(row('notify'), 'bell (this chat)');
	await control.set('bell', 'reset');
	assert.equal(row('notify'), 'auto (default)');
});

test('removing a field writes no file where there is none', async () => {
	using folder = temporaryFolder();
	const {control} = await opened(folder.path);
	await control.set('theme', 'reset');
	assert.equal(existsSync(path.join(folder.path, 'config.json')), false);
});

test('a value that a setting cannot have changes neither the file nor the chat', async () => {
	using folder = temporaryFolder();
	const {control, row} = await opened(folder.path);
	for (const [name, text] of [
		['set', '5'],
		['log', 'huge'],
		['split', '1'],
		['keys', '{"nothing": "x"}'],
		['keys', '{"nextPane": "ctrl+l"}'],
	] as const) {
		const before = row(name);
		await assert.rejects(control.set(name, text));
		assert.equal(row(name), before);
	}

	assert.equal(existsSync(path.join(folder.path, 'config.json')), false);
});

test('a file that cannot be written changes nothing in this chat', async () => {
	using folder = temporaryFolder();
	const {control, row} = await opened(folder.path);
	mkdirSync(path.join(folder.path, 'config.json'));
	await assert.rejects(control.set('theme', 'light'), /Cannot write .*config\.json/);
	assert.equal(row('theme'), 'auto (default)');
});
