import assert from 'node:assert/strict';
import {test} from 'node:test';
import {everything} from '../../../source/analysis/log-index.js';
import type {ActionName} from '../../../source/ui/screen/keymap.js';
import type {ScreenState} from '../../../source/ui/screen/screen-state.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {blockStart, blockStop, message, text} from '../../messages/conformance/sample-stream.js';

const events = [
	...tracedStream(message(blockStart(0), text(0, 'Cats '), text(0, 'meow'), blockStop(0))),
	complete(300),
];

/** What a key gives to the clipboard. */
const copied = (key: ActionName, state: Partial<ScreenState>): string => {
	const store = screenOf(events, {focus: 'inspector', ...state});
	const texts: string[] = [];
	store.onEffect(effect => {
		if (effect.name === 'copy') {
			texts.push(effect.text);
		}
	});
	keysOf(store)[key]();
	assert.equal(texts.length, 1, store.state.notice ?? '');
	return texts[0] ?? '';
};

const atDelta = {log: {isFollowing: false, selected: 4, top: 0}} as const;

test('y copies what the tab shows', () => {
	assert.match(copied('copyTab', {tab: 'message'}), /^\{\n {2}"id": "msg_01"/);
	assert.match(
		copied('copyTab', {tab: 'timeline'}),
		/^time .*\n#1 .*\nheaders .*\n[\s\S]*\ngaps between content deltas: p50/,
	);
	assert.match(copied('copyTab', {tab: 'usage'}), /^number +value +from\n.*input_tokens/);
	assert.match(copied('copyTab', {tab: 'findings'}), /exchange 1$/m);
	assert.deepEqual(JSON.parse(copied('copyTab', {tab: 'event', ...atDelta})), {
		type: 'content_block_delta',
		index: 0,
		delta: {type: 'text_delta', text: 'Cats '},
	});
});

test('while events are shown raw, y copies the bytes as they came', () => {
	for (const key of ['copyTab', 'copyEvent'] as const) {
		assert.equal(
			copied(key, {tab: 'event', isRaw: true, ...atDelta}),
			'event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Cats "}}',
		);
	}
});

test('y on a folded run copies the whole run', () => {
	const folded = {focus: 'events', filter: {...everything, isFolded: true}, ...atDelta} as const;
	const run = JSON.parse(copied('copyEvent', folded));
	assert.deepEqual(
		run.map(({delta}: {delta: unknown}) => delta),
		[
			{type: 'text_delta', text: 'Cats '},
			{type: 'text_delta', text: 'meow'},
		],
	);
	assert.equal(copied('copyEvent', {...folded, isRaw: true}).split('\n\n').length, 2);
});
