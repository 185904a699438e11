import assert from 'node:assert/strict';
import process from 'node:process';
import {test} from 'node:test';
import {builtInCases} from '../../../source/commands/drill/built-in-cases.js';
import {caseOfScenario} from '../../../source/commands/drill/case-of-scenario.js';
import {openCaseServer} from '../../../source/commands/drill/open-case-server.js';
import {readScenarioFile} from '../../../source/demo/scenario-files/read-scenario-file.js';
import type {CaseResult} from '../../../source/drill/drill-result.js';
import {runDrill} from '../../../source/drill/run-drill.js';

const drillCases = builtInCases().map(caseOfScenario);

/** Runs a toy client through some cases, side by side. */
async function drilled(client: string, names: readonly string[], limit = 10_000) {
	const told: string[] = [];
	const results = await runDrill({
		cases: drillCases.filter(({name}) => names.includes(name)),
		clientAt: url => ({
			file: process.execPath,
			args: [`test/drill/clients/${client}.mjs`, '{prompt}'],
			env: {PATH: process.env.PATH, ANTHROPIC_BASE_URL: url, ANTHROPIC_API_KEY: 'drill'},
		}),
		mask: text => text.replaceAll('secret', '…'),
		openServer: drillCase => openCaseServer(drillCase, 1),
		prompt: 'Please write forty numbered words.',
		limit,
		jobs: 3,
		signal: new AbortController().signal,
		onResult: ({name}) => told.push(name),
	});
	assert.deepEqual(
		told,
		results.map(({name}) => name),
	);
	return new Map(results.map(result => [result.name, result]));
}

const words = (result: CaseResult | undefined) =>
	result?.judgements.map(judgement => judgement.words).slice(1);

test('a sound client does well in a whole answer, a cut, a reset, an error and a refusal', async () => {
	const results = await drilled('sound-client', [
		'whole-answer',
		'usage-in-steps',
		'closed-inside-an-event',
		'reset',
		'error-event-within',
		'bad-request',
	]);
	assert.deepEqual(
		[...results.values()].filter(({level}) => level !== 'good'),
		[],
	);
	assert.ok([...results.values()].every(({output}) => output === undefined));
	assert.equal(results.size, 6);
	assert.match(words(results.get('whole-answer'))?.at(1) ?? '', /^counted \d+ tokens$/);
	assert.deepEqual(words(results.get('error-event-within')), ['kept 6 words', 'said why']);
});

test('a client that adds usage up is caught, and so is one that ignores a cut', async () => {
	const results = await drilled('careless-client', ['usage-in-steps', 'closed-between-events', 'ends-early']);
	assert.match(
		results.get('usage-in-steps')?.judgements.at(-1)?.words ?? '',
		/^counted tokens twice: \d+ in place of \d+$/,
	);
	for (const name of ['closed-between-events', 'ends-early']) {
		const {level, judgements} = results.get(name) ?? {};
		assert.deepEqual([level, judgements?.[0]?.words], ['bad', 'called it a success']);
	}
});

test('a client that hangs is ended with what it has started, and told apart from one that may wait', async () => {
	const results = await drilled('hanging-client', ['whole-answer', 'never-answers'], 700);
	assert.equal(results.get('whole-answer')?.judgements[0]?.words, 'hung: was still running after 0.7 s');
	assert.equal(results.get('never-answers')?.judgements[0]?.words, 'had not given up after 0.7 s');
});

test('what a client printed is kept where it did not do well: the end of it, without secrets', async () => {
	const code = "console.log('x'.repeat(5000)); console.error('the key is a secret')";
	const [result] = await runDrill({
		cases: drillCases.slice(0, 1),
		clientAt: () => ({file: process.execPath, args: ['--eval', code], env: {PATH: process.env.PATH}}),
		mask: text => text.replaceAll('secret', '…'),
		openServer: drillCase => openCaseServer(drillCase, 1),
		prompt: 'Hi',
		limit: 10_000,
		jobs: 1,
		signal: new AbortController().signal,
		onResult: () => {},
	});
	assert.deepEqual(
		result?.judgements.map(({words}) => words),
		['sent no request: the key is a …'],
	);
	assert.equal(result?.output?.stdout.length, 2001);
	assert.equal(result?.output?.stderr, 'the key is a …\n');
});

test('a command that cannot be started is an error', async () => {
	const run = runDrill({
		cases: drillCases.slice(0, 1),
		clientAt: () => ({file: '/nowhere/client', args: [], env: {}}),
		mask: text => text.replaceAll('secret', '…'),
		openServer: drillCase => openCaseServer(drillCase, 1),
		prompt: 'Hi',
		limit: 1000,
		jobs: 1,
		signal: new AbortController().signal,
		onResult: () => {},
	});
	await assert.rejects(run, {code: 'ENOENT'});
});

test('a scenario file is a case: it plays, and its expectation judges the client', async () => {
	const read = readScenarioFile(
		'name: busy\nabout: Says that it is busy.\nexpect: text=partial end=failure requests=1-5 reason=overloaded|busy.now\ntext: heron01 otter02\nerror: overloaded_error',
		'x',
	);
	assert.ok('scenario' in read);
	const drillCase = caseOfScenario(read.scenario);
	assert.deepEqual([drillCase.name, drillCase.summary], ['busy', 'Says that it is busy.']);
	assert.deepEqual(
		['is Overloaded', 'busy.now', 'busy now'].map(words => drillCase.expects.reason?.test(words)),
		[true, true, false],
	);
	const [result] = await runDrill({
		cases: [drillCase],
		clientAt: url => ({
			file: process.execPath,
			args: ['test/drill/clients/sound-client.mjs', '{prompt}'],
			env: {PATH: process.env.PATH, ANTHROPIC_BASE_URL: url, ANTHROPIC_API_KEY: 'drill'},
		}),
		mask: text => text.replaceAll('secret', '…'),
		openServer: asked => openCaseServer(asked, 1),
		prompt: 'Hi',
		limit: 10_000,
		jobs: 1,
		signal: new AbortController().signal,
		onResult() {},
	});
	assert.deepEqual(words(result), ['kept 2 words', 'said why']);
});
