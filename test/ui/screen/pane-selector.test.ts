import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {selectHistory} from '../../../source/ui/conversation/select-history.js';
import {selectEventLog} from '../../../source/ui/events/select-event-log.js';
import {selectInspector} from '../../../source/ui/inspector/select-inspector.js';
import {selectLayout} from '../../../source/ui/screen/select-layout.js';
import {screenOf} from '../../helpers/drawn-pane.js';
import {tracedStream} from '../../helpers/traced-stream.js';
import {blockStart, messageStart, ping, text} from '../../messages/conformance/sample-stream.js';

/** An answer that grows, with code in it. Counts how often its code is coloured. */
const growing = () => {
	const code = ['Look:\n\n', '```js\n', 'let cats = 9;\n', '```\n\n', 'And '];
	const events = tracedStream(
		[messageStart(), blockStart(0), ...code.map(part => text(0, part)), ping, ping, text(0, 'so on.')],
		{body: {messages: [{role: 'user', content: 'Go'}]}},
	);
	let coloured = 0;
	const highlighter = {
		isLoaded: true,
		highlight: () => {
			coloured++;
			return null;
		},
	};
	const pings = events.findIndex(event => event.type === 'sse' && event.event === 'ping');
	const store = screenOf(events.slice(0, pings), {}, {highlighter});
	const {trace} = store.state;
	return {
		store,
		coloured: () => coloured,
		/** The next event comes. */
		next: () => trace.append(events[trace.length] ?? assert.fail('no event is left')),
	};
};

describe('a pane', () => {
	it('is the same value while it looks the same, so that React draws nothing', () => {
		const {store} = growing();
		const shown = () => [
			selectHistory(store.state),
			selectEventLog(store.state),
			selectInspector(store.state),
		];
		const [history, log, inspector] = shown();
		store.dispatch({name: 'toggleMarkdown'});
		const [plain, ...others] = shown();
		assert.notEqual(plain, history);
		assert.deepEqual(others, [log, inspector]);
		assert.ok(others[0] === log && others[1] === inspector);
	});

	it('keeps the parts that look the same, such as its note and its place', () => {
		const {store, next} = growing();
		const before = selectEventLog(store.state);
		next();
		const after = selectEventLog(store.newest());
		assert.notEqual(after?.lines, before?.lines);
		assert.ok(before !== null && after?.note === before.note && after.place === before.place);
	});
});

it('a ping lays out no turn again and colours no code; the conversation stays the very value that it was', () => {
	const {store, next, coloured} = growing();
	const before = selectHistory(store.newest());
	const times = coloured();
	assert.ok(times > 0);
	next();
	next();
	assert.ok(selectHistory(store.newest()) === before);
	assert.equal(coloured(), times);
	next();
	assert.match(selectHistory(store.newest())?.lines.join('\n') ?? '', /so on\./);
});

it('the layout is made again only for other sizes and other choices of panes', () => {
	const {store, next} = growing();
	const layout = selectLayout(store.state);
	next();
	store.dispatch({name: 'say', notice: 'something'});
	store.dispatch({name: 'logUp'});
	assert.ok(selectLayout(store.state) === layout);
	store.dispatch({name: 'toggleZoom'});
	assert.notEqual(selectLayout(store.state), layout);
});
