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
	assert.equal(pace.wait(), 0);
	draw(10);
	assert.equal(pace.wait(), 30);
	pass(100);
	assert.equal(pace.wait(), 0);
});

test('drawing takes at most half of the time, but no wait is long', () => {
	const {pace, draw} = pacing();
	draw(80);
	assert.equal(pace.wait(), 80);
	draw(5000);
	assert.equal(pace.wait(), 100);
});

test('a draw for another reason does not count towards the cost', () => {
	const {pace, draw, pass} = pacing();
	pace.end({});
	assert.equal(pace.wait(), 0);
	draw(10);
	pass(5000);
	pace.end({});
	assert.equal(pace.wait(), 0);
});
