import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {Text} from 'ink';
import {render} from 'ink-testing-library';
import {useIdleSteps} from '../../../source/ui/screen/use-idle-steps.js';

function Idle({begin}: {readonly begin: () => Iterator<unknown>}) {
	useIdleSteps(begin);
	return <Text>idle</Text>;
}

test('the steps are taken one in a turn, to the last', async () => {
	let turn = 0;
	let isDone = false;
	const turns: number[] = [];
	function* begin() {
		for (let step = 0; step < 3; step++) {
			turns.push(turn);
			yield step;
		}

		isDone = true;
	}

	const {unmount} = render(<Idle begin={begin} />);
	while (!isDone) {
		await nextTurn();
		turn++;
	}

	assert.equal(new Set(turns).size, 3, `turns ${turns.join(' ')}`);
	unmount();
});

test('no step is taken after the component is gone', async () => {
	let steps = 0;
	let leave = () => {};
	function* begin() {
		for (;;) {
			steps++;
			if (steps === 2) {
				leave();
			}

			yield steps;
		}
	}

	const {unmount} = render(<Idle begin={begin} />);
	const left = new Promise<void>(resolve => {
		leave = () => {
			setImmediate(() => {
				unmount();
				resolve();
			});
		};
	});
	await left;
	const taken = steps;
	await nextTurn();
	await nextTurn();
	assert.equal(steps, taken);
});
