import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createPace} from '../../../source/ui/screen/pace.js';

function pacing() {
	let time = 1000;
	const pace = createPace(40, () => time);
	return {
		pace,
		draw(took: number, view: object = {}) {
			pace.begin(view);
			time += took;
			pace.end(view);
		},
		pass(ms: number) {
			time += ms;
		},
	};
}

test('the first frame is due at once, the next one a frame after it began', () => {
	const {pace, draw, pass} = pacing();
	assert.equal(pace.wait(1), 0);
	draw(10);
	assert.equal(pace.wait(1), 30);
	pass(100);
	assert.equal(pace.wait(1), 0);
});

test('drawing takes at most half of the time, but no wait is long', () => {
	const {pace, draw} = pacing();
	draw(80);
	assert.equal(pace.wait(1), 80);
	draw(5000);
	assert.equal(pace.wait(1), 100);
});

test('a draw for another reason does not count towards the cost', () => {
	const {pace, draw, pass} = pacing();
	pace.end({});
	assert.equal(pace.wait(1), 0);
	draw(10);
	pass(5000);
	pace.end({});
	assert.equal(pace.wait(1), 0);
});

test('while many streams are open, there are fewer frames, but some in each second', () => {
	const {pace, draw} = pacing();
	draw(10);
	assert.deepEqual(
		[0, 1, 8, 16, 40, 1000].map(streams => pace.wait(streams)),
		[30, 30, 30, 70, 190, 470],
	);
});
