import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {withTables} from '../../scripts/readme-tables.js';

test('the tables of the README are those of the program: npm run readme writes them', () => {
	const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
	assert.match(readme, /<!-- table: keys -->/);
	assert.equal(withTables(readme), readme);
});

test('a table that nobody makes is named', () => {
	assert.throws(() => withTables('<!-- table: colours -->\n<!-- end of table -->'), /"colours"/);
});
