import assert from 'node:assert/strict';
import {test} from 'node:test';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {message, ping, textBlock} from '../../messages/conformance/sample-stream.js';

const events = [...tracedStream(message(ping, ...textBlock(0))), complete(400)];
const open = (state = {}) => screenOf(events, {focus: 'events', ...state});

test('a key that can do nothing now says why, and one that did something says nothing of the kind', () => {
	const model = open();
	const said = (name: keyof ReturnType<typeof keysOf>) => {
		keysOf(model)[name]();
		return model.state.notice;
	};
	assert.equal(said('logTail'), 'the log already follows the last event');
	assert.equal(said('logTop'), null);
	assert.equal(said('logUp'), 'this is the first event');
	assert.equal(said('logPageUp'), 'this is the first event');
	assert.equal(said('logDown'), null);
	assert.equal(said('clearFilter'), 'there is no filter: f sets one');
	assert.equal(said('searchNext'), 'nothing is searched for: / in the log searches');
});

test('the keys of the log act from the inspector, where they have no other meaning', () => {
	const model = open({focus: 'inspector', tab: 'event'});
	keysOf(model).nextGap();
	assert.equal(model.state.notice, 'no gap of over a second after this event');
	keysOf(model).previousError();
	assert.equal(model.state.notice, 'no error or warning before this event');
});

test('in the conversation, e and f act on the log unless a turn is selected', () => {
	const model = open({focus: 'history'});
	keysOf(model).reportError();
	assert.equal(model.state.notice, 'no error or warning after this event');
	keysOf(model).forkTurn();
	assert.deepEqual(model.state.field, {kind: 'filter', value: ''});
});

test('an event that a key finds is named where the log is hidden', () => {
	const broken = [
		...tracedStream([{event: 'error', data: '{"type":"error","error":{"type":"api_error","message":"No"}}'}]),
	];
	const model = screenOf(broken, {focus: 'history', isZoomed: true});
	keysOf(model).previousError();
	keysOf(model).previousError();
	const shown = screenOf(broken, {
		focus: 'history',
		isZoomed: true,
		log: {isFollowing: false, selected: 0, top: 0},
	});
	keysOf(shown).reportError();
	assert.match(shown.state.notice ?? '', /^#3 error/);
});
