import assert from 'node:assert/strict';
import {test} from 'node:test';
import {columnNames} from '../../../source/ui/events/column-names.js';
import {selectEventLog} from '../../../source/ui/events/select-event-log.js';
import {pickerPlace, selectPicker} from '../../../source/ui/events/select-picker.js';
import type {Size} from '../../../source/ui/screen/layout.js';
import {reduce} from '../../../source/ui/screen/reduce.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {message, textBlock} from '../../messages/conformance/sample-stream.js';

const events = [...tracedStream(message(...textBlock(0))), complete(400)];
const open = (size: Size) => {
	const model = screenOf(events, {focus: 'events'}, {size});
	keysOf(model).openColumns();
	return model;
};

const linesOf = (model: ReturnType<typeof open>) => selectPicker(model.newest())?.lines ?? [];

test('the list takes the place of the conversation, so that the log shows what is chosen', () => {
	const model = open({width: 120, height: 40});
	assert.notEqual(pickerPlace(model.newest()), null);
	assert.match(linesOf(model)[0] ?? '', /^▸\[ \] time +time of day/);
	keysOf(model).pick();
	assert.match(linesOf(model)[0] ?? '', /^▸\[x\] time +the day is not known · time of day/);
	assert.match(selectEventLog(model.newest())?.lines[0] ?? '', /# +time +ms/);
	keysOf(model).resetPicked();
	assert.equal(model.state.columns, 'auto');
});

test('a column without room says so', () => {
	const model = open({width: 80, height: 24});
	for (const _ of columnNames) {
		if ((linesOf(model).find(row => row.startsWith('▸')) ?? '').includes('[ ]')) {
			keysOf(model).pick();
		}

		keysOf(model).pickerDown();
	}

	assert.match(linesOf(model).join('\n'), /\[–\] delta +no room · delta type/);
});

for (const size of [
	{width: 40, height: 10},
	{width: 80, height: 24},
	{width: 120, height: 40},
	{width: 200, height: 50},
]) {
	test(`at ${size.width}×${size.height} the selected row of the list is always in sight`, () => {
		const model = open(size);
		for (const _ of columnNames) {
			assert.equal(linesOf(model).filter(row => row.startsWith('▸')).length, 1);
			assert.ok(linesOf(model).every(row => row.length <= size.width));
			keysOf(model).pickerDown();
		}
	});
}

test('the columns are kept in the config file by an effect', () => {
	const model = open({width: 120, height: 40});
	keysOf(model).pick();
	const {effects} = reduce(model.newest(), {name: 'keepPicked'});
	assert.deepEqual(effects, [{name: 'keepSettings', values: {columns: model.state.columns}}]);
});

test('without times, a column of times says that there are none', () => {
	const model = screenOf(
		events,
		{focus: 'events', overlay: 'columns'},
		{hasTimes: false, size: {width: 120, height: 40}},
	);
	assert.match(linesOf(model).find(row => row.includes('] Δ ')) ?? '', /no times here/);
});
