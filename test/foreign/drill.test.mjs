// Each foreign client is drilled with a few cases. docs/clients.md holds the results of all: npm run drill:foreign writes it.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import process from 'node:process';
import {test} from 'node:test';
import {foreignClients} from './foreign-clients.mjs';
import {program} from './served.mjs';

for (const {name, command} of foreignClients) {
	test(`${name} prints a whole answer once, and a cut is judged`, () => {
		const {stdout, stderr} = spawnSync(
			process.execPath,
			[
				program,
				'drill',
				'--json',
				'--name',
				name,
				'--only',
				'whole-answer,rate-limited,closed-inside-an-event',
				'--',
				...command,
			],
			{encoding: 'utf8'},
		);
		const {cases} = JSON.parse(stdout || assert.fail(stderr));
		assert.deepEqual(
			cases.map(({name}) => name),
			['whole-answer', 'closed-inside-an-event', 'always-rate-limited', 'rate-limited', 'rate-limited-twice'],
		);
		assert.ok(
			cases[0].judgements.some(({words}) => words === 'whole text'),
			JSON.stringify(cases[0]),
		);
		assert.ok(cases.every(({requests}) => requests > 0));
	});
}
