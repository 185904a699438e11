import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {withTables} from '../../scripts/readme-tables.js';

test('the tables of the README are those of the program: npm run readme writes them', () => {
	const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
	assert.match(readme, /<!-- table: keys -->/);
	assert.equal(withTables(readme), readme);
});

test('the options of the player are those that it declares', () => {
	const table = withTables('<!-- table: replay options -->\n<!-- end of table -->');
	assert.deepEqual(table.match(/(?<=`)--[a-z-]+/g), ['--speed', '--paused', '--from', '--idle-limit']);
});

test('a table that nobody makes is named', () => {
	assert.throws(() => withTables('<!-- table: colours -->\n<!-- end of table -->'), /"colours"/);
});
