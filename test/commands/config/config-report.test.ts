import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {configReport, reportRows} from '../../../source/commands/config/config-report.js';
import {options} from '../../../source/commands/options.js';
import {resolveOptions} from '../../../source/config/resolve-options.js';

const env = {
	STREAMSCOPE_HOME: '/s',
	ANTHROPIC_MODEL: 'claude-y',
	ANTHROPIC_API_KEY: 'shibboleth',
	ANTHROPIC_AUTH_TOKEN: 'shibboleth',
	EDITOR: 'vi',
	NO_COLOR: '1',
};

const file = {path: '/s/config.json', isThere: true, fields: {theme: 'light', keys: {toggleZoom: 'w'}}};

const report = configReport(resolveOptions(options, {flags: {mouse: true}, env, file}), file, env, true);

test('each option has its value and where it comes from', () => {
	const {model, theme, mouse, effort, maxTokens} = report.options;
	assert.deepEqual(
		{model, theme, mouse, effort, maxTokens},
		{
			model: {value: 'claude-y', from: 'environment', name: 'ANTHROPIC_MODEL'},
			// NO_COLOR goes before the file.
			theme: {value: 'plain', from: 'environment', name: 'NO_COLOR'},
			mouse: {value: true, from: 'flag', name: '--mouse'},
			effort: {value: null, from: 'default'},
			maxTokens: {value: 4096, from: 'default'},
		},
	);
	assert.deepEqual(Object.keys(report.options), Object.keys(options));
});

test('the rows for people say the same', () => {
	const {options: rows, circumstances} = reportRows(report);
	for (const row of [
		['model', 'claude-y', '$ANTHROPIC_MODEL'],
		['mouse', 'true', '--mouse'],
		['effort', '–', 'default'],
		['keys', '{"toggleZoom":["w"]}', 'config file'],
	]) {
		assert.deepEqual(
			rows.find(([name]) => name === row[0]),
			row,
		);
	}

	assert.deepEqual(circumstances, [
		['Config file', '/s/config.json'],
		['Sessions', path.join(path.resolve('/s'), 'sessions')],
		['Credential', 'found by the SDK: the chat talks to the API'],
		['$STREAMSCOPE_HOME', '/s'],
		['$EDITOR', 'vi'],
		['$NO_COLOR', '1'],
	]);
});

test('a credential is never in it', () => {
	assert.doesNotMatch(JSON.stringify([report, reportRows(report)]), /shibboleth/);
});
