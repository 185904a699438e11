import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startComplaints} from '../../scripts/check-start.mjs';

type Import = {readonly path: string; readonly kind: string; readonly external?: true};

const output = (
	entryPoint: string | undefined,
	imports: readonly Import[],
	...inputs: readonly string[]
) => ({
	...(entryPoint === undefined ? {} : {entryPoint}),
	imports,
	inputs: Object.fromEntries(inputs.map(name => [name, {}])),
});

const ofShared = (path: string): Import => ({path, kind: 'import-statement'});
const late = (path: string, external?: true): Import => ({
	path,
	kind: 'dynamic-import',
	...(external && {external}),
});

test('what a start loads later, if ever, may be as large as it likes', () => {
	const outputs = {
		'cli.js': output('source/cli.ts', [late('chat.js')], 'source/cli.ts'),
		'chat.js': output('source/commands/chat/chat.ts', [], 'node_modules/ink/build/ink.js'),
		'completion.js': output(
			'source/commands/completion/completion-command.ts',
			[ofShared('shared.js')],
			'source/commands/version.ts',
		),
		'shared.js': output(undefined, [late('node:tls', true)], 'source/wire/json.ts'),
	};
	assert.deepEqual(startComplaints({outputs}), []);
});

test('a large package, a slow module of Node and too many files are each named', () => {
	const many = Array.from({length: 20}, (_, index) => `chunk-${index}.js`);
	const outputs = {
		'completion.js': output('source/commands/completion/completion-command.ts', [
			...many.map(ofShared),
			{path: 'node:http', kind: 'import-statement', external: true},
		]),
		...Object.fromEntries(many.map(name => [name, output(undefined, [])])),
		'chunk-7.js': output(undefined, [], 'node_modules/ink/build/ink.js', 'node_modules/react/index.js'),
	};
	assert.deepEqual(startComplaints({outputs}), [
		'A start loads 21 files, more than 15.',
		'Every start loads node_modules/ink/build/ink.js.',
		'Every start loads node:http.',
	]);
});
