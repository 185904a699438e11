import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {createPlanningTurns} from '../../source/demo/planning-turns.js';

test('requests are planned in their order, one in a turn of the event loop', async () => {
	const turn = createPlanningTurns();
	let turns = 0;
	let hasEnded = false;
	const count = async () => {
		while (!hasEnded) {
			await nextTurn();
			turns++;
		}
	};
	const counting = count();
	const planned: Array<readonly [request: string, turn: number]> = [];
	await Promise.all(
		['first', 'second', 'third'].map(async request => {
			await turn();
			planned.push([request, turns]);
		}),
	);
	hasEnded = true;
	await counting;
	assert.deepEqual(
		planned.map(([request]) => request),
		['first', 'second', 'third'],
	);
	assert.equal(new Set(planned.map(([, at]) => at)).size, 3);
});

test('nothing is planned while other requests are still coming, up to a limit', async () => {
	const turn = createPlanningTurns();
	let planned = 0;
	const plan = async () => {
		await turn();
		planned++;
	};
	for (let request = 1; request <= 20; request++) {
		void plan();
		await nextTurn();
	}

	assert.equal(planned, 0);
	for (let request = 21; planned === 0; request++) {
		assert.ok(request < 100, 'the first request waits without end');
		void plan();
		await nextTurn();
	}
});
