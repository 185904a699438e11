import assert from 'node:assert/strict';
import process from 'node:process';
import {test} from 'node:test';
import {build} from 'esbuild';
import {bundledModules} from '../../bench/bundled-modules.js';

test("a place in an unminified bundle belongs to the module that esbuild's heading above it names", async () => {
	const {outputFiles} = await build({
		stdin: {
			contents: `import {verdictOf} from './bench/bench-row.js';
import {cutText} from './source/text/cut-text.js';
// source is a word that begins a comment too
console.log(verdictOf, cutText);`,
			resolveDir: process.cwd(),
			sourcefile: 'source/entry.ts',
		},
		bundle: true,
		write: false,
		format: 'esm',
	});
	const bundle = outputFiles[0]?.text ?? '';
	const modules = bundledModules(bundle);
	const places = [/function cutText\(/, /function textWidth\(/, /console\.log/].map(sought =>
		bundle.search(sought),
	);
	const found = places.map(place => [
		modules.atOffset(place),
		modules.atLine(bundle.slice(0, place).split('\n').length - 1),
	]);
	assert.deepEqual(found, [
		['source/text/cut-text.ts', 'source/text/cut-text.ts'],
		['source/text/text-width.ts', 'source/text/text-width.ts'],
		['source/entry.ts', 'source/entry.ts'],
	]);
	assert.equal(modules.atOffset(0), undefined);
});
