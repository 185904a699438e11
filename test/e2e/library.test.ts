import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {build} from 'esbuild';
import {serve, writeStream} from '../helpers/capture-server.js';
import {valid} from '../helpers/sample-bodies.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const run = promisify(execFile);
const project = fileURLToPath(new URL('../../', import.meta.url));
const bin = (name: string) => path.join(project, 'node_modules', '.bin', name);

const folder = temporaryFolder();
let installed: Promise<string> | null = null;
after(() => folder[Symbol.dispose]());

/** Installs the package, once for all tests, in an empty folder. Returns the name of the file that npm would publish. */
function install(): Promise<string> {
	installed ??= installIn(folder.path);
	return installed;
}

async function installIn(folder: string): Promise<string> {
	await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {cwd: project});
	const tarball = readdirSync(folder).find(name => name.endsWith('.tgz')) ?? '';
	writeFileSync(path.join(folder, 'package.json'), '{"type":"module","private":true}');
	const quietly = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts'];
	await run('npm', ['install', ...quietly, `./${tarball}`], {cwd: folder});
	return tarball;
}

/** Records the streams of a program: what the documentation shows. */
const recorder = `
import {appendFileSync} from 'node:fs';
import {createWireTap} from 'streamscope';

const fetch = createWireTap({
	fetch: globalThis.fetch,
	now: () => performance.now(),
	emit: event => appendFileSync('session.ndjson', JSON.stringify(event) + '\\n', {mode: 0o600}),
});
const body = JSON.stringify({stream: true});
await (await fetch(process.argv[2] + '/v1/messages', {method: 'POST', body})).text();
`;

const reader = `
import {createReadStream} from 'node:fs';
import {checkStream, foldTrace, inspectTrace, itemsOf, messageOf, parseSse, readRecording} from 'streamscope';

const {events} = await readRecording(createReadStream('session.ndjson'));
const [exchange] = inspectTrace(events).exchanges;
const [view] = itemsOf(foldTrace(events).exchanges);
console.log(JSON.stringify({
	findings: exchange.findings,
	total: exchange.events.total,
	content: messageOf(view.message).content,
	rules: checkStream(parseSse('data: {}\\n\\n')).map(({rule}) => rule),
}));
`;

const typed = `
import {createWireTap, inspectTrace, parseSse, type ExchangeReport, type TraceEvent, type UsageEntry} from 'streamscope';

const events: TraceEvent[] = [];
export const tap: typeof fetch = createWireTap({fetch, now: () => 0, emit: event => events.push(event)});
const [report]: readonly ExchangeReport[] = inspectTrace(events, {hasTimes: false}).exchanges;
export const ttft: number | null | undefined = report?.clocks?.ttft;
export const names: Array<string | null> = parseSse('').map(({event}) => event);
export const source = (entry: UsageEntry): 'message_start' | 'message_delta' | 'body' => entry.source;
// @ts-expect-error: an event has no such field
export const wrong = events[0]?.nothing;
`;

test('the packed package holds the licences of what it bundles, and runs where it is installed', async () => {
	await install();
	const publishedFolder = path.join(folder.path, 'node_modules/streamscope');
	const licences = readFileSync(path.join(publishedFolder, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
	for (const heading of [/^@anthropic-ai\/sdk [\d.]+ \(Apache-2\.0\)$/m, /^ink [\d.]+ \(MIT\)$/m]) {
		assert.match(licences, heading);
	}

	assert.match(licences, /Apache License\s+Version 2\.0/);
	assert.match(readFileSync(path.join(publishedFolder, 'LICENSE'), 'utf8'), /MIT/);

	const node = path.dirname(process.execPath);
	const env = {...process.env, PATH: `${node}${path.delimiter}${process.env.PATH}`};
	const {stdout} = await run('npm', ['exec', '--offline', '--', 'streamscope', '--version'], {
		cwd: folder.path,
		env,
	});
	const {version} = JSON.parse(readFileSync(path.join(publishedFolder, 'package.json'), 'utf8'));
	assert.equal(stdout.trim(), version);
});

test('the packed package is a library for JavaScript and TypeScript, and needs nothing else', async () => {
	const tarball = await install();
	const packages = readdirSync(path.join(folder.path, 'node_modules')).filter(name => !name.startsWith('.'));
	assert.deepEqual(packages, ['streamscope']);

	await using server = await serve(response => writeStream(response, valid));
	for (const [name, source] of Object.entries({'record.js': recorder, 'read.js': reader})) {
		writeFileSync(path.join(folder.path, name), source);
	}

	await run(process.execPath, ['record.js', server.url], {cwd: folder.path});
	assert.equal(statSync(path.join(folder.path, 'session.ndjson')).mode & 0o777, 0o600);
	const {stdout} = await run(process.execPath, ['read.js'], {cwd: folder.path});
	assert.deepEqual(JSON.parse(stdout), {
		findings: [],
		total: 6,
		content: [{type: 'text', text: 'Cats'}],
		rules: ['event-name-missing', 'required-field', 'message-start-first'],
	});

	writeFileSync(path.join(folder.path, 'typed.ts'), typed);
	for (const moduleResolution of ['nodenext', 'bundler']) {
		const module = moduleResolution === 'bundler' ? 'esnext' : 'nodenext';
		const options = ['--strict', '--noEmit', '--target', 'es2024', '--lib', 'es2024,dom,dom.asynciterable'];
		await run(
			bin('tsc'),
			[...options, '--module', module, '--moduleResolution', moduleResolution, 'typed.ts'],
			{
				cwd: folder.path,
			},
		);
	}

	// Its exit code tells; that a CommonJS program gets an ES module is known, and .attw.json says so.
	await run(bin('attw'), [path.join(folder.path, tarball)], {cwd: project});
	const {stdout: lint} = await run(bin('publint'), ['--strict', path.join(folder.path, tarball)]);
	assert.match(lint, /All good!/);
});

/** The files that a bundler takes for a program. */
async function bundledFor(program: string): Promise<readonly string[]> {
	const {metafile} = await build({
		stdin: {contents: program, resolveDir: project},
		absWorkingDir: project,
		bundle: true,
		format: 'esm',
		write: false,
		metafile: true,
		logLevel: 'silent',
	});
	const [output] = Object.values(metafile.outputs);
	return Object.entries(output?.inputs ?? {})
		.filter(([name, {bytesInOutput}]) => bytesInOutput > 0 && name !== '<stdin>')
		.map(([name]) => name)
		.sort();
}

test('a program that imports one function bundles its modules alone', async () => {
	const use = (name: string, from: string) => `import {${name}} from '${from}'; console.log(${name});`;
	const sources = await bundledFor(use('parseSse', './source/index.ts'));
	assert.deepEqual(
		sources.filter(name => name.startsWith('source/')),
		['source/wire/bare-names.ts', 'source/wire/parse-sse.ts'],
	);
	const all = await bundledFor("import * as all from 'streamscope'; console.log(all);");
	for (const [name, file] of [
		['parseSse', 'parse-sse'],
		['encodeSse', 'encode-sse'],
		['clocksOf', 'clocks'],
	] as const) {
		const taken = await bundledFor(use(name, 'streamscope'));
		assert.deepEqual(
			taken.filter(name => !/^dist\/(index|library\/(?!shared))/.test(name)),
			(await bundledFor(use(name, `./dist/library/${file}.js`))).filter(name => /shared/.test(name)),
		);
		assert.ok(taken.length > 0 && taken.length < all.length / 2, `${name} takes ${taken.join(', ')}`);
	}
});

test('the program loads nothing of the library', () => {
	const dist = path.join(project, 'dist');
	const files = readdirSync(dist).filter(name => name.endsWith('.js'));
	assert.ok(files.includes('index.js') && files.includes('cli.js'));
	const others = files.filter(name => name !== 'index.js');
	assert.deepEqual(
		others.filter(name => readFileSync(path.join(dist, name), 'utf8').includes('"./index.js"')),
		[],
	);
});
