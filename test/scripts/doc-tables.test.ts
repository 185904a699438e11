import assert from 'node:assert/strict';
import {existsSync, globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {docPages, withTables} from '../../scripts/doc-tables.js';

const pages = docPages().map(file => ({file, text: readFileSync(file, 'utf8')}));

test('the tables of README.md and docs/ are those of the program: npm run docs writes them', () => {
	for (const {file, text} of pages) {
		assert.equal(withTables(text), text, file);
	}
});

test('every table stands in one page', () => {
	const names = pages.flatMap(({text}) =>
		[...text.matchAll(/<!-- table: ([a-z ]+) -->/g)].map(([, name]) => name),
	);
	assert.deepEqual(names.sort(), [
		'alterations',
		'ask options',
		'blocks',
		'captures',
		'commands',
		'compare options',
		'deltas',
		'drill cases',
		'drill options',
		'events',
		'expectation',
		'faults',
		'filter fields',
		'filter forms',
		'follow options',
		'inspect options',
		'keys',
		'notifications',
		'options',
		'pair keys',
		'path advice',
		'probe options',
		'prompt keys',
		'replay options',
		'rules',
		'scenario words',
		'scenarios',
		'serve options',
		'sessions options',
		'tap options',
	]);
});

test('every link of a page to a file leads somewhere', () => {
	for (const {file, text} of pages) {
		for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)) {
			assert.ok(existsSync(path.resolve(path.dirname(file), target)), `${file}: ${target}`);
		}
	}
});

test('every file and folder that CONTRIBUTING.md names is there', () => {
	const text = readFileSync(new URL('../../CONTRIBUTING.md', import.meta.url), 'utf8');
	const named = [...text.matchAll(/`((?:[\w.-]+\/)*[\w.-]+(?:\.(?:ts|tsx|mjs|tsv|md)|\/))`/g)].map(
		([, name = '']) => name,
	);
	assert.ok(named.length > 60);
	const paths = ['.ci/run', ...globSync('{source,test,scripts,bench,docs}/**').map(path => `/${path}`)];
	const missing = named.filter(
		name => !paths.some(path => `${path}/`.includes(`/${name.replace(/\/$/, '')}/`)),
	);
	assert.deepEqual(missing, []);
});

test('the options of the player are those that it declares', () => {
	const table = withTables('<!-- table: replay options -->\n<!-- end of table -->');
	assert.deepEqual(table.match(/(?<=`)--[a-z-]+/g), [
		'--speed',
		'--paused',
		'--present',
		'--from',
		'--idle-limit',
	]);
});

test('a table that nobody makes is named', () => {
	assert.throws(() => withTables('<!-- table: colours -->\n<!-- end of table -->'), /"colours"/);
});
