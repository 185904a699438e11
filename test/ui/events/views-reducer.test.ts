import assert from 'node:assert/strict';
import {test} from 'node:test';
import {printFilter} from '../../../source/analysis/filter/print-filter.js';
import {readFilter} from '../../../source/analysis/filter/read-filter.js';
import {selectPicker} from '../../../source/ui/events/select-picker.js';
import {viewsOf} from '../../../source/ui/events/views.js';
import {reduce} from '../../../source/ui/screen/reduce.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {tracedStream} from '../../helpers/traced-stream.js';
import {message, ping, textBlock} from '../../messages/conformance/sample-stream.js';

const events = tracedStream(message(ping, ...textBlock(0)));

const open = (views: Readonly<Record<string, string>> = {}) => {
	const model = screenOf(events, {focus: 'events', views}, {size: {width: 120, height: 40}});
	keysOf(model).openViews();
	return model;
};

const filterIn = ({state}: ReturnType<typeof open>) =>
	state.filter.passing === null ? null : printFilter(state.filter.passing);

test('every built-in view can be read, and none has the name of another', () => {
	const views = viewsOf({});
	assert.ok(views.length > 0);
	for (const {name, filter} of views) {
		const read = readFilter(filter);
		assert.ok(read.isRead && read.filter !== null, name);
	}

	assert.equal(new Set(views.map(({name}) => name)).size, views.length);
});

test('a view filters the log by its number, those of the config file first', () => {
	const model = open({mine: 'type:message_stop'});
	model.dispatch({name: 'applyNumberedView', key: '1'});
	assert.equal(filterIn(model), 'type:message_stop');
	assert.equal(model.state.overlay, null);
	assert.equal(model.state.notice, 'mine · F shows all');
});

test('a view that cannot be read says why, and the filter stays', () => {
	const model = open({broken: 'gap>never'});
	keysOf(model).applyView();
	assert.match(model.state.notice ?? '', /^broken: /);
	assert.equal(filterIn(model), null);
});

test('the filter of the log is kept as a view, in the list and in the config file', () => {
	const model = open();
	keysOf(model).openViewName();
	assert.equal(model.state.field, null);
	assert.match(model.state.notice ?? '', /there is no filter to keep/);

	model.dispatch({name: 'applyNumberedView', key: '2'});
	keysOf(model).openViews();
	keysOf(model).openViewName();
	const step = reduce(model.newest(), {name: 'submitField', value: ' quiet\u001B '});
	assert.deepEqual(step.effects, [{name: 'keepSettings', values: {views: {'quiet␛': '!type:ping'}}}]);
	assert.match((selectPicker(step.screen)?.lines ?? [])[0] ?? '', /1 quiet␛ +!type:ping/);

	const dropped = reduce({...step.screen, picked: 0}, {name: 'dropView'});
	assert.deepEqual(dropped.effects, [{name: 'keepSettings', values: {views: undefined}}]);
	assert.deepEqual(dropped.screen.views, {});
});

test('names that every object has are names like others', () => {
	const names = ['constructor', 'toString'];
	const views = Object.fromEntries(names.map(name => [name, 'x']));
	assert.deepEqual(
		viewsOf(views)
			.slice(0, 2)
			.map(({name}) => name),
		names,
	);
	assert.equal(
		viewsOf({}).some(({name}) => names.includes(name)),
		false,
	);
});

test('a filter that was typed is kept for later sessions, one that cannot be read is not', () => {
	const model = screenOf(events, {focus: 'events'});
	keysOf(model).openFilter();
	const {effects, screen} = reduce(model.newest(), {name: 'submitField', value: ' type:ping '});
	assert.deepEqual(effects, [{name: 'keepFilter', text: 'type:ping'}]);
	assert.deepEqual(screen.filters, ['type:ping']);
	assert.deepEqual(reduce(model.newest(), {name: 'submitField', value: 'gap>'}).effects, []);
});
