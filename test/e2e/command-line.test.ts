import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {paletteIndex} from '../../source/text/palette-index.js';
import {cleanEnvironment, type Environment} from '../helpers/clean-environment.js';
import {runShell} from '../helpers/run-program.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {builtProgram, openTerminal, type Terminal} from '../helpers/terminal.js';

type Run = {readonly code: number | null; readonly out: string; readonly err: string};

type RunOptions = {
	readonly env?: Environment;
	/** What config.json holds. */
	readonly config?: string;
	/** Another Node, and its arguments before the program. */
	readonly node?: string;
	readonly nodeArgs?: readonly string[];
};

/** Runs the built program without a terminal, in a home folder of its own. */
async function run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
	using home = temporaryFolder();
	const env = cleanEnvironment(home.path, options.env);
	writeConfig(home.path, options.config);
	const child = spawn(
		options.node ?? process.execPath,
		[...(options.nodeArgs ?? []), builtProgram, ...args],
		{env, stdio: ['ignore', 'pipe', 'pipe']},
	);
	const [out, err, code] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		new Promise<number | null>(resolve => {
			child.once('exit', resolve);
		}),
	]);
	return {code, out, err};
}

function writeConfig(home: string, config: string | undefined): void {
	if (config !== undefined) {
		mkdirSync(path.join(home, 'streamscope'), {recursive: true});
		writeFileSync(path.join(home, 'streamscope', 'config.json'), config);
	}
}

async function text(stream: NodeJS.ReadableStream): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) {
		chunks.push(Buffer.from(chunk));
	}

	return Buffer.concat(chunks).toString();
}

/** A Node of the host that is too old, if there is one. */
async function findOldNode(): Promise<string | null> {
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	for (const node of folders.map(folder => path.join(folder, 'node')).filter(file => existsSync(file))) {
		const child = spawn(node, ['--version'], {stdio: ['ignore', 'pipe', 'ignore']});
		const [, major = 0, minor = 0] = /^v(\d+)\.(\d+)/.exec(await text(child.stdout))?.map(Number) ?? [];
		if (major > 14 && (major < 22 || (major === 22 && minor < 12))) {
			return node;
		}
	}

	return null;
}

const oldNode = await findOldNode();

test('the help lists options, commands and examples, and is no failure', async () => {
	for (const args of [['--help'], ['-h'], ['help']]) {
		const {code, out, err} = await run(args);
		assert.deepEqual([code, err], [0, '']);
		for (const part of ['Usage: streamscope', '--model <name>', 'Commands:', '  config  ', 'Examples:']) {
			assert.ok(out.includes(part), part);
		}
	}

	const config = await run(['help', 'config']);
	assert.equal(config.code, 0);
	assert.match(config.out, /Usage: streamscope config/);
});

test('completion prints a script that knows every command and the options of each', async () => {
	const {code, out} = await run(['completion', 'bash']);
	assert.equal(code, 0);
	assert.match(
		out,
		/compgen -W 'chat ask compare inspect replay follow tap serve drill probe sessions config completion'/,
	);
	assert.match(out, /--demo\) .*'chat thinking hidden-thinking .* list'/);
	assert.match(out, /^\t\tinspect\) .*--json/m);
	const unknown = await run(['completion', 'tcsh']);
	assert.equal(unknown.code, 2);
	assert.match(unknown.err, /Choose one of bash, zsh, fish\./);
});

test('the scenarios are listed with a sentence each', async () => {
	const {code, out} = await run(['--demo', 'list']);
	assert.equal(code, 0);
	assert.match(out, /^chat +Answers .*\nthinking +Thinks /);
});

test('wrong usage has the exit code 2, nothing on stdout, and a word about what to do', async () => {
	for (const [args, words] of [
		[['--modle', 'x'], /unknown option '--modle'\n\(Did you mean --model\?\)/],
		[['--model'], /option '--model <name>' argument missing/],
		[['conifg'], /There is no command "conifg"\.\nDid you mean config\?/],
		[['--mouse', 'config'], /The command config must come first/],
		[['--max-tokens', 'many'], /--max-tokens cannot be "many"\.\nUse a whole number from 1/],
		[['--demo', 'nope'], /--demo cannot be "nope"\.\nUse chat, thinking, /],
		[['ask', '--demo', 'Hi'], /hostile, or a file; put a question after it: --demo chat Hi\./],
		[['--theme', 'purple'], /Use auto, dark, light, colour-blind or plain/],
		[[], /The chat needs a terminal/],
	] as const) {
		const {code, out, err} = await run(args);
		assert.deepEqual([code, out], [2, ''], args.join(' '));
		assert.match(err, words);
		assert.ok(err.startsWith('streamscope: '), err);
	}
});

const deepList = `{"theme": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`;

test('a wrong config file or variable has the exit code 2 and is named', async () => {
	for (const [options, words] of [
		[{config: '{"theme": "purple"}'}, /config\.json: the field "theme" cannot be "purple"\.\nUse auto, /],
		[{config: '{"modle": "x"}'}, /unknown field "modle"\.\nDid you mean "model"\?/],
		[{config: '{\n  "mouse": true,\n}'}, /config\.json is not JSON: line 3, column 1\./],
		[{config: '{[]'}, /config\.json is not JSON: line 1, column 2\.\nJSON needs double quotes around names/],
		[{config: ''}, /config\.json is not JSON: line 1, column 1\./],
		[{config: '{"model": "a'}, /config\.json is not JSON: line 1, column 13\./],
		[{config: '\uFEFF{"apiKey": shibboleth}'}, /config\.json is not JSON: line 1, column 12\./],
		[{config: '{"theme":'.repeat(50_000)}, /config\.json is not JSON: line 1, column 450001\./],
		[{config: deepList}, /config\.json: the field "theme" cannot be \[…\]\.\nUse auto, /],
		[{config: '[]'}, /config\.json is not a JSON object\./],
		[{config: '"dark"'}, /config\.json is not a JSON object\./],
		[{config: '{"apiKey": "shibboleth"}'}, /"apiKey" looks like a credential/],
		[{config: '{"keys": {"fly": "x"}}'}, /There is no action "fly"/],
		[{env: {STREAMSCOPE_THEME: 'purple'}}, /The variable STREAMSCOPE_THEME cannot be "purple"/],
	] as const) {
		const {code, out, err} = await run(['config'], options);
		assert.deepEqual([code, out], [2, '']);
		assert.match(err, words);
		assert.doesNotMatch(err, /shibboleth|^\s+at /m);
	}
});

test('config says what is in force, and from where', async () => {
	const {code, out, err} = await run(['config', '--json', '--theme', 'dark'], {
		config: '{"model": "from-file", "split": 0.5, "theme": "light"}',
		env: {ANTHROPIC_MODEL: 'from-env', ANTHROPIC_API_KEY: 'shibboleth'},
	});
	assert.deepEqual([code, err], [0, '']);
	const report = JSON.parse(out) as {
		readonly configFile: unknown;
		readonly hasCredential: boolean;
		readonly options: Readonly<Record<string, unknown>>;
	};
	assert.deepEqual(
		{
			model: report.options.model,
			split: report.options.split,
			theme: report.options.theme,
			bell: report.options.bell,
			hasCredential: report.hasCredential,
		},
		{
			model: {value: 'from-env', from: 'environment', name: 'ANTHROPIC_MODEL'},
			split: {value: 0.5, from: 'file'},
			theme: {value: 'dark', from: 'flag', name: '--theme'},
			bell: {value: false, from: 'default'},
			hasCredential: true,
		},
	);
	assert.doesNotMatch(out, /shibboleth/);
	assert.match(JSON.stringify(report.configFile), /streamscope.config\.json","isThere":true/);
});

test('config fits a terminal, and shows control sequences instead of obeying them', async () => {
	using home = temporaryFolder();
	writeConfig(home.path, JSON.stringify({system: `\u001B]2;owned\u0007\u001B[31m${'long '.repeat(50)}`}));
	await using terminal = openTerminal({args: ['config'], columns: 80, rows: 50, home: home.path});
	assert.deepEqual(await terminal.exited, {code: 0, signal: null});
	const system = terminal.screen().find(row => row.startsWith('system'));
	assert.match(system ?? '', /^system +␛\]2;owned␇␛\[31mlong .*… +config file$/);
	assert.match(terminal.text(), /^Option +Value +From$/m);
	assert.match(terminal.text(), /^Credential +none found by the SDK/m);
	assert.deepEqual([terminal.title(), terminal.osc()], ['', []]);
});

test('config lists the keys and their actions', async () => {
	const {out} = await run(['config', '--keys'], {config: '{"keys": {"toggleZoom": "w"}}'});
	assert.match(out, /^Where +Keys +Action +What it does\n/);
	assert.match(out, /^panes +w +toggleZoom +zoom this pane$/m);
});

test('a Node that is too old gets one line', async () => {
	const pretend = `Object.defineProperty(process, 'versions', {value: {...process.versions, node: '20.20.2'}})`;
	const {code, out, err} = await run([], {
		nodeArgs: ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`],
	});
	assert.deepEqual([code, out], [1, '']);
	assert.match(err, /^streamscope needs Node 22\.12 or newer, but this is Node 20\.20\.2\..*\n$/);
});

test('the host’s own old Node gets that line, too', {
	skip: oldNode === null && 'the host has no old Node',
}, async () => {
	for (const args of [[], ['--help'], ['config']]) {
		const {code, out, err} = await run(args, oldNode === null ? {} : {node: oldNode});
		assert.deepEqual([code, out], [1, '']);
		assert.match(err, /^streamscope needs Node 22\.12 or newer, but this is Node [\d.]+\..*\n$/);
	}
});

/** The blue of each theme, which is sent as one of 256 colours. */
const blue = {
	dark: paletteIndex('#82aaff'),
	light: paletteIndex('#1747c0'),
	unknown: paletteIndex('#0087d7'),
};

/** The colour of the frame of the pane with the focus. */
function frameColour(terminal: Terminal): unknown {
	const row = terminal.screen().findIndex(line => line.startsWith('━'));
	return terminal.cell(0, row).fg;
}

for (const [background, reply, colour] of [
	['light', '\u001B]11;rgb:ffff/ffff/ffff\u0007', blue.light],
	['dark', '\u001B]11;rgb:1e1e/1e1e/2e2e\u001B\\', blue.dark],
	['unknown', '', blue.unknown],
] as const) {
	test(`a background that is ${background} gets its theme, and nothing typed early is lost`, async () => {
		await using terminal = openTerminal({args: ['--demo', 'chat']});
		// The terminal's reply, and keys around it, are there before the program is.
		terminal.write(`ear${reply}ly`);
		await terminal.waitFor('> early');
		assert.equal(frameColour(terminal), colour);
		terminal.write(' bird');
		await terminal.waitFor('> early bird');
	});
}

test('NO_COLOR takes all colours away, and a theme that is named is not asked for', async () => {
	await using terminal = openTerminal({args: ['--demo', 'chat'], env: {NO_COLOR: '1'}});
	await terminal.waitFor('Conversation');
	const colours = terminal.cells().flatMap(row => row.flatMap(({fg, bg}) => [fg, bg]));
	assert.deepEqual(new Set(colours), new Set(['default']));
	assert.equal(
		terminal.osc().some(({ident}) => ident === 11),
		false,
	);
});

test('the config file decides how the screen begins', async () => {
	using home = temporaryFolder();
	writeConfig(home.path, '{"events": false, "alternateScreen": false, "theme": "light"}');
	await using terminal = openTerminal({args: ['--demo', 'chat'], home: home.path});
	await terminal.waitFor('Conversation');
	assert.equal(terminal.text().includes('Events'), false);
	assert.equal(terminal.isAlternateScreen(), false);
	assert.equal(frameColour(terminal), blue.light);
});

test('a disk that is full is told of in one line, with code 1, whatever is printed', {
	skip: existsSync('/dev/full') ? false : 'there is no /dev/full here',
}, async () => {
	const file = '../test/fixtures/recordings/curl-trace.txt';
	for (const line of [
		'--help',
		'--version',
		'--demo list',
		'config',
		'inspect --help',
		'inspect --rules',
		`inspect ${file}`,
		'sessions list',
		`sessions export ${file} --to sse`,
		'ask --demo --demo-speed max --quiet Hi',
		'compare --demo --demo-speed max Hi',
	]) {
		const {code, stderr} = await runShell(
			`cd "${path.dirname(builtProgram)}" && streamscope ${line} > /dev/full`,
		);
		assert.deepEqual([line, code], [line, 1]);
		assert.match(stderr, /^streamscope: cannot write the output: the disk is full\n$/, line);
	}
});

test('a reader that has had enough of a help is nobody’s fault', async () => {
	const {stderr} = await runShell('{ streamscope --help; echo "code $?" >&2; } | true');
	assert.equal(stderr, 'code 0\n');
});
