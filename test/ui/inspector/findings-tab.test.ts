import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {eventRow} from '../../../source/ui/events/event-row.js';
import {layoutLog} from '../../../source/ui/events/log-columns.js';
import {selectPosition} from '../../../source/ui/events/select-log.js';
import {findingsTab} from '../../../source/ui/inspector/findings-tab.js';
import {tabAt, tabRows} from '../../../source/ui/inspector/tab-rows.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {message, text, textBlock} from '../../messages/conformance/sample-stream.js';
import {plain} from '../../text/drawings/drawn.js';

function tabOf(events: readonly TraceEvent[], width = 60, playhead: number | null = null) {
	const source = findingsTab(screenOf(events, {playhead}).state, width);
	return plain(source.slice(0, source.count).map(({row}) => row));
}

const broken = [
	...tracedStream(message(text(0, 'x'), ...textBlock(0), {event: 'hologram', data: '{"type":"hologram"}'})),
	complete(300),
];

test('shows the worst first, each with its event, its message and the source of its rule', () => {
	assert.deepEqual(tabOf(broken), [
		'1 error · 1 note · exchange 1',
		'error   block-not-open #4 deltas and stops belong to an open block',
		'        text_delta for block 0, which was never opened',
		'        A block is a content_block_start, its',
		'        content_block_delta events and a content_block_stop.',
		'        The SDK drops a delta that has no block. (API docs:',
		'        build-with-claude/streaming)',
		'note    unknown-event #8 the event type is known to the SDK',
		'        the event type "hologram" is unknown',
		'        New event types may be added. Clients must ignore',
		'        those that they do not know. (API docs:',
		'        api/versioning)',
	]);
});

test('says so when there are no findings', () => {
	const valid = tracedStream(message(...textBlock(0)));
	assert.deepEqual(tabOf(valid), ['✓ no findings so far · exchange 1']);
	assert.deepEqual(tabOf([...valid, complete(300)]), ['✓ no findings: the stream is valid · exchange 1']);
	assert.deepEqual(tabOf([]), ['No exchange yet.']);
});

test('belongs to the playhead', () => {
	assert.deepEqual(tabOf(broken, 60, 3), ['✓ no findings so far · exchange 1']);
	assert.equal(tabOf(broken, 60, 5)[0], '1 error · exchange 1');
});

test('shows control sequences, and does not fill the pane with one rule', () => {
	const hostile = Array.from({length: 150}, (_, index) => {
		const name = `\u001b]0;${index}\u0007`;
		return {event: name, data: '{"type":"ping"}'};
	});
	const rows = tabOf([...tracedStream(message(...hostile)), complete(300)]);
	assert.match(rows[0] ?? '', /^150 errors/);
	assert.equal(rows.filter(row => row.startsWith('error')).length, 1);
	assert.match(rows[1] ?? '', /^error {3}\S+ × 150 #4 /);
	assert.ok(rows.every(row => !/[\u0000-\u001F\u007F-\u009F]/.test(row)));
});

test('Enter on a finding goes to its events one after another, and the list stays', () => {
	const odd = (event: string) => ({event, data: JSON.stringify({type: event})});
	const twice = [...tracedStream(message(odd('hologram'), odd('novelty'), ...textBlock(0))), complete(300)];
	const model = screenOf(twice, {tab: 'findings', focus: 'inspector'});
	const {inspectorTop, inspectorDown, toggleFold} = keysOf(model);
	inspectorTop();
	inspectorDown();
	const visited = [1, 2, 3].map(() => {
		toggleFold();
		return selectPosition(model.newest()) + 1;
	});
	assert.deepEqual(visited, [4, 5, 4]);
	assert.equal(model.state.tab, 'findings');
	assert.equal(model.state.inspector.selected, 1);
});

const oneRow = {width: 80, rows: 1};

test('the tab row shows the count, and clicking the count opens the tab', () => {
	const [row = ''] = plain(tabRows('message', oneRow, {count: 12, role: 'badTitle'}));
	assert.match(row, / Findings 12 {2}Stats/);
	const findings = {count: 12, role: 'badTitle'};
	assert.equal(tabAt({row: 0, column: row.indexOf('12') + 1}, 'message', oneRow, findings), 'findings');
	assert.ok(plain(tabRows('findings', oneRow, {count: 12, role: 'badTitle'}))[0]?.includes('▸Findings 12◂'));
});

test('a row of the log with a finding has a flag, and the same width', () => {
	const [event] = tracedStream([]);
	assert.ok(event);
	const facts = {position: 0, since: 0, gap: null, lane: {verdict: 'none', helpers: []}} as const;
	const layout = layoutLog('auto', {width: 80, screenWidth: 80, hasOverlap: false});
	const [without = '', marked = ''] = plain([
		eventRow(event, facts, layout),
		eventRow(event, {...facts, finding: 'error'}, layout),
	]);
	assert.equal(marked, without.replace(/^(.{5}) /, '$1⚑'));
});
