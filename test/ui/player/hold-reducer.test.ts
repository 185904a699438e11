import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ScreenEffect} from '../../../source/ui/screen/screen-effect.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {tracedStream} from '../../helpers/traced-stream.js';
import {message, ping} from '../../messages/conformance/sample-stream.js';

const held = (exchange: number) => [
	...tracedStream(message(ping), {exchange}),
	{type: 'altered', at: 400 + exchange, exchange, attempt: 1, how: 'held', sse: 2} as const,
];

const open = (...exchanges: readonly number[]) => {
	const model = screenOf(
		[...tracedStream(message(ping), {exchange: 9}), ...exchanges.flatMap(held)],
		{focus: 'events'},
		{isReplay: true, isFollowed: true},
	);
	const effects: ScreenEffect[] = [];
	model.onEffect(effect => effects.push(effect));
	return {model, effects};
};

test('the key lets the selected stream go on, else the oldest', () => {
	const {model, effects} = open(2, 5);
	model.dispatch({name: 'selectEvent', position: 0});
	keysOf(model).releaseHold();
	assert.equal(model.state.notice, 'exchange 2 goes on');
	model.dispatch({name: 'selectEvent', position: model.state.trace.length - 1});
	keysOf(model).releaseHold();
	assert.deepEqual(effects, [
		{name: 'releaseHold', exchange: 2},
		{name: 'releaseHold', exchange: 5},
	]);
});

test('without a held stream the key says so', () => {
	const {model, effects} = open();
	keysOf(model).releaseHold();
	assert.equal(model.state.notice, 'no stream is held');
	assert.deepEqual(effects, []);
});
