import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {build} from 'esbuild';

/** What each folder of source/ may import besides itself, from the top down. A command joins the edges; no edge imports another. */
const wire = ['wire'];
const trace = ['messages', 'text', ...wire];
const analysis = ['trace', ...trace];
const edge = ['page', 'analysis', ...analysis];
const allowed: Readonly<Record<string, readonly string[]>> = {
	'.': ['commands', 'client', 'recording', 'demo', ...edge],
	commands: ['ui', 'client', 'recording', 'demo', 'drill', 'config', ...edge],
	ui: edge,
	client: edge,
	drill: edge,
	recording: edge,
	demo: edge,
	config: edge,
	page: ['analysis', ...analysis],
	analysis,
	trace,
	messages: wire,
	text: wire,
	wire: [],
};

const files = globSync('source/**/*.{ts,tsx}').sort();
const allCode = files.map(file => readFileSync(file, 'utf8')).join('\n');
const imports = new Map(files.map(file => [file, importsOf(file)]));

function importsOf(file: string): readonly string[] {
	const code = readFileSync(file, 'utf8');
	const found = [
		...code.matchAll(/(?:^|[^\w.])(?:import|export)\s*(?:[^'"();]*?from\s*)?\(?\s*'(\.[^']+)'/g),
	];
	return found
		.map(([, name = '']) => path.join(path.dirname(file), name).replace(/\.js$/, '.ts'))
		.map(name => (files.includes(name) ? name : `${name}x`))
		.filter(name => files.includes(name));
}

function folderOf(file: string): string {
	const [, folder = '.', rest] = file.split(path.sep);
	return rest === undefined ? '.' : folder;
}

test('every folder imports only what lies below it', () => {
	const wrong = [...imports].flatMap(([file, targets]) =>
		targets
			.filter(target => {
				const [from, to] = [folderOf(file), folderOf(target)];
				return from !== to && !allowed[from]?.includes(to);
			})
			.map(target => `${file} → ${target}`),
	);
	assert.deepEqual(wrong, []);
});

test('no file imports itself by way of others', () => {
	const cycles: string[] = [];
	const done = new Set<string>();
	const visit = (file: string, trail: readonly string[]) => {
		if (trail.includes(file)) {
			cycles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
		} else if (!done.has(file)) {
			for (const target of imports.get(file) ?? []) {
				visit(target, [...trail, file]);
			}

			done.add(file);
		}
	};
	for (const file of files) {
		visit(file, []);
	}

	assert.deepEqual(cycles, []);
});

test('components do no IO and read no clock', () => {
	const wrong = globSync('source/ui/**/*.tsx').filter(
		file =>
			!file.startsWith('source/ui/terminal/') &&
			/from 'node:|Date\.now|performance\.now|@anthropic-ai\/sdk/.test(readFileSync(file, 'utf8')),
	);
	assert.deepEqual(wrong, []);
});

test('in ui/, Ink and React are known to components, hooks and the terminal only', () => {
	const wrong = globSync('source/**/*.ts').filter(
		file =>
			!/^source\/ui\/(?:terminal|ink)\/|\/use-[\w-]+\.ts$/.test(file) &&
			/^import (?!type )[^;]*from '(?:ink|react)[^']*'/m.test(readFileSync(file, 'utf8')),
	);
	assert.deepEqual(wrong, []);
});

test('the exported page holds nothing of Node, and no library but the lexer of Markdown', async () => {
	const {metafile} = await build({
		entryPoints: ['source/page/page.ts'],
		bundle: true,
		platform: 'browser',
		write: false,
		metafile: true,
		logLevel: 'silent',
	});
	const files = Object.keys(metafile.inputs);
	assert.deepEqual(
		files.filter(file => !file.startsWith('source/')),
		['node_modules/marked/lib/marked.esm.js'],
	);
	assert.ok(files.includes('source/trace/fold-trace.ts'));
});

test('tables that are asked for by a word are Maps: an object has words such as constructor by itself', () => {
	const table = /^(?:export )?const (\w+)(?:: (?:Readonly<)?(?:Partial<)?Record<string,[^=]*)? = \{$/gm;
	const wrong = files.flatMap(file => {
		const code = readFileSync(file, 'utf8');
		return [...code.matchAll(table)].flatMap(([declaration, name]) => {
			const isByWord = declaration.includes('Record<string');
			const isAskedByCast = new RegExp(`\\b${name}\\[[^\\]]* as keyof typeof ${name}\\]`).test(code);
			const isGuarded = new RegExp(`\\bownAt\\(${name},`).test(allCode);
			return (isByWord && !isGuarded) || isAskedByCast ? [`${file}: ${name}`] : [];
		});
	});
	assert.deepEqual(wrong, []);
});

test('the import finder finds imports', () => {
	assert.ok(imports.get('source/ui/screen/app.tsx')?.includes('source/ui/screen/screen-store.ts'));
	assert.ok([...imports.values()].flat().length > 500);
});
