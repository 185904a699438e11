import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {textWidth} from '../../../source/text/text-width.js';
import {columnNames, inColumnOrder} from '../../../source/ui/events/column-names.js';
import {eventRowHeader} from '../../../source/ui/events/event-row.js';
import {columnsWidth, layoutLog, logColumns, signColumn} from '../../../source/ui/events/log-columns.js';
import {selectEventLog} from '../../../source/ui/events/select-event-log.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {filterOf} from '../../helpers/filter-of.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {message, ping, textBlock} from '../../messages/conformance/sample-stream.js';

const columnsAt = (width: number, screenWidth = width) => {
	const {columns, isFull} = layoutLog('auto', {width, screenWidth, hasOverlap: false});
	return `${columns.join(' ')}${isFull ? ' full' : ''}`;
};

test('the wider the log, the more columns it shows by itself', () => {
	assert.equal(columnsAt(40), 'delta sdk block');
	assert.equal(columnsAt(70), 'request delta sdk block full');
	assert.equal(columnsAt(80), 'request delta sdk block full');
	assert.equal(columnsAt(82), 'request delta content sdk block full');
	assert.equal(columnsAt(94), 'request delta content bytes sdk read block full');
});

test('between two other panes, short names make room for more columns', () => {
	assert.equal(columnsAt(63, 200), 'request delta content bytes sdk read');
	assert.equal(columnsAt(72, 220), 'request delta content bytes sdk read block');
	assert.equal(columnsAt(94, 240), 'request delta content bytes sdk read block full');
});

test('chosen columns stand in their order, and the last ones are left out where there is no room', () => {
	const layout = layoutLog(['type', 'clock', 'tokens', 'request'], {
		width: 56,
		screenWidth: 120,
		hasOverlap: false,
	});
	assert.deepEqual(layout, {columns: ['clock', 'request', 'tokens'], isFull: false, left: ['type']});
	assert.deepEqual(inColumnOrder(['type', 'clock']), ['clock', 'type']);
});

const choices = fc.oneof(fc.constant('auto' as const), fc.subarray([...columnNames]));

test('whatever is chosen, the detail keeps some room, and the headings stand over their cells', () => {
	fc.assert(
		fc.property(
			choices,
			fc.integer({min: 36, max: 250}),
			fc.boolean(),
			fc.boolean(),
			(choice, width, isWide, hasOverlap) => {
				const layout = layoutLog(choice, {width, screenWidth: isWide ? 200 : width, hasOverlap});
				assert.ok(width - columnsWidth(layout.columns, layout.isFull) >= 1);
				const head = eventRowHeader(layout)[0]?.text ?? '';
				assert.equal(head.indexOf('event'), signColumn(layout) + 2);
				assert.equal(textWidth(head), columnsWidth(layout.columns, layout.isFull) + 'detail'.length);
			},
		),
	);
});

/** A recording of a known day, its log alone on the screen. */
const events = [...tracedStream(message(ping, ...textBlock(0))), complete(400)];
const noon = new Date(2026, 10, 28, 12, 0, 0).getTime();

const drawn = (columns: Parameters<typeof layoutLog>[0], filter = '') => {
	const model = screenOf(
		events,
		{
			focus: 'events',
			isZoomed: true,
			columns,
			filter: {passing: filter === '' ? null : filterOf(filter), isFolded: false},
		},
		{size: {width: 140, height: 30}, wallTime: at => noon + at},
	);
	const [head = '', ...rows] = selectEventLog(model.newest())?.lines ?? [];
	return {model, head, rows: rows.filter(row => row.trim() !== '')};
};

test('each column tells what its title says', () => {
	const {head, rows} = drawn(['clock', 'start', 'content', 'bytes', 'tokens', 'exchange', 'read', 'type']);
	assert.match(head, /time +start +Δcont +bytes +out +ex +read +event +delta +detail/);
	assert.match(rows[0] ?? '', /12:00:00\.000 +0\.0 +· +· +· +1 +→ request/);
	const deltas = rows.filter(row => row.includes('content_block_delta'));
	assert.ok(deltas.length > 0);
	for (const row of deltas) {
		assert.match(
			row,
			/12:00:00\.\d{3} +\d+\.\d +(?:·|\d+\.\d) +\d+ +~?\d+ +1 +[┬│]\d+ +\S content_block_delta +text /,
		);
	}

	assert.match(rows.find(row => row.includes('message_delta')) ?? '', / +\d+ +1 +[┬│]/);
});

test('the key for reads shows and hides their column, and leaves the choice to the width again', () => {
	const {model} = drawn(['delta', 'sdk', 'block']);
	keysOf(model).toggleChunks();
	assert.deepEqual(model.state.columns, ['delta', 'sdk', 'read', 'block']);
	const own = drawn('auto').model;
	keysOf(own).toggleChunks();
	assert.notEqual(own.state.columns, 'auto');
	keysOf(own).toggleChunks();
	assert.equal(own.state.columns, 'auto');
});

test('every column has a help text, and a width that its title fits into', () => {
	for (const name of columnNames) {
		const {title, width, help} = logColumns[name];
		assert.ok(textWidth(title) <= width && help !== '', name);
	}
});
