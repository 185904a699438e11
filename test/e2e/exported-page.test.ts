import assert from 'node:assert/strict';
import {test} from 'node:test';
import {pageScript, pageStyle} from '../../source/recording/exports/page-bundle.js';
import {runProgram} from '../helpers/run-program.js';
import {streamFixtures} from '../helpers/stream-fixtures.js';

test('the built program writes the page that its source bundles', async () => {
	const found = streamFixtures.find(({name}) => name === 'thinking-and-text.sse');
	assert.ok(found !== undefined);
	const {code, stdout, stderr} = await runProgram(['sessions', 'export', found.path, '--to', 'html']);
	assert.equal(code, 0, stderr);
	assert.ok(pageScript.length > 10_000 && stdout.includes(`<script>${pageScript}</script>`));
	assert.ok(pageStyle.length > 1000 && stdout.includes(`<style>${pageStyle}</style>`));
});
