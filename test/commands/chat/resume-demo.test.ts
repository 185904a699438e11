import assert from 'node:assert/strict';
import {rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {openChatTarget} from '../../../source/commands/chat/chat-target.js';
import {resumeDemo} from '../../../source/commands/chat/resume-demo.js';
import {recordDemo} from '../../../source/commands/record-demo.js';
import type {PlacedLine} from '../../../source/recording/recording.js';
import {ask, textOf} from '../../demo/demo-client.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';

/** What a chat talks to whose user chose this scenario, if any. */
async function opened(demo: string | undefined) {
	const target = await openChatTarget({client: {}, demo, demoSpeed: 'max', demoSeed: 1});
	return Object.assign(target, {[Symbol.asyncDispose]: () => target.close()});
}

/** The lines of a session in which this was played. */
function linesOf({demo}: Awaited<ReturnType<typeof opened>>): readonly PlacedLine[] {
	const others: PlacedLine[] = [];
	recordDemo({demo, others: [], note: line => others.push({before: 0, line})})();
	return others;
}

async function answer({client}: Awaited<ReturnType<typeof opened>>) {
	return textOf(await client().messages.create(ask('How is the weather?')));
}

test('a session with a scenario of a file plays it again, whatever the chat played before', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'weather.scenario');
	writeFileSync(file, 'text: It is sunny.');
	await using first = await opened(file);
	const others = linesOf(first);
	assert.deepEqual(
		others.map(({line}) => line),
		[{type: 'demo', scenario: 'weather', speed: 'max', file}],
	);
	for (const demo of [undefined, 'words']) {
		await using target = await opened(demo);
		assert.equal(await resumeDemo(others, target, false), null);
		assert.equal(await answer(target), 'It is sunny.');
		assert.deepEqual(linesOf(target), others);
		assert.equal(
			target.demo.scenarios.some(({name}) => name === 'weather'),
			true,
		);
	}
});

test('a session whose scenario cannot be had says so, and plays the demo, not the API', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'weather.scenario');
	writeFileSync(file, 'txt: It is sunny.');
	const line = {type: 'demo', scenario: 'weather', speed: 1, file};
	const resumed = async (fields: object) => {
		await using target = await opened(undefined);
		const notice = await resumeDemo([{before: 0, line: {...line, ...fields}}], target, true);
		assert.deepEqual(target.demo.present(), {scenario: 'chat', speed: 'max'});
		return notice;
	};
	assert.equal(await resumed({}), 'weather.scenario has mistakes, so chat plays. --demo FILE names another.');
	rmSync(file);
	assert.equal(await resumed({}), 'weather.scenario is missing, so chat plays. --demo FILE names another.');
	assert.equal(
		await resumed({file: undefined}),
		'The scenario weather is missing, so chat plays. --demo FILE names another.',
	);
	writeFileSync(file, 'name: rain\ntext: It rains.');
	assert.equal(
		await resumed({}),
		'The scenario weather is missing, so chat plays. --demo FILE names another.',
	);
});
