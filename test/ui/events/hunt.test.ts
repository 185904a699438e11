import assert from 'node:assert/strict';
import {test} from 'node:test';
import {itemsOf} from '../../../source/trace/persistent-list.js';
import {selectEventLog} from '../../../source/ui/events/select-event-log.js';
import {selectFindings} from '../../../source/ui/events/select-findings.js';
import {selectIsFiltering, selectPosition} from '../../../source/ui/events/select-log.js';
import {useHunt} from '../../../source/ui/events/use-hunt.js';
import {atTop} from '../../../source/ui/screen/list-state.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {eventually} from '../../helpers/eventually.js';
import {filterOf} from '../../helpers/filter-of.js';
import {renderHook} from '../../helpers/render-hook.js';
import {tracedStream} from '../../helpers/traced-stream.js';
import {
	blockStart,
	blockStop,
	message,
	messageStart,
	messageStop,
	ping,
	text,
} from '../../messages/conformance/sample-stream.js';

const many = tracedStream([messageStart(), ...Array.from({length: 20_000}, () => ping), messageStop]);
const error = {event: 'error', data: '{"type":"error","error":{"type":"api_error","message":"No"}}'};
const broken = tracedStream([messageStart(), ...Array.from({length: 20_000}, () => ping), error]);

const atBeginning = (events = many) => screenOf(events, {log: atTop, search: filterOf('nowhere')});

test('a jump through a long trace goes in steps and says how far it is', () => {
	const model = atBeginning();
	keysOf(model).searchNext();
	assert.equal(model.state.notice, 'looking for the hit: 19 %, Esc stops');
	assert.equal(selectPosition(model.newest()), 0);
	const notices = new Set<string | null>();
	while (model.state.hunt !== null) {
		model.dispatch({name: 'continueHunt'});
		notices.add(model.state.notice);
	}

	assert.deepEqual([...notices].at(-2), 'looking for the hit: 99 %, Esc stops');
	assert.equal(model.state.notice, 'no hit');
	model.dispatch({name: 'continueHunt'});
	assert.equal(model.state.notice, 'no hit');
});

test('Esc stops a jump and does nothing else, and any other key takes its place', () => {
	const model = atBeginning();
	keysOf(model).searchNext();
	keysOf(model).escape();
	assert.equal(model.state.hunt, null);
	assert.equal(model.state.notice, null);
	assert.equal(model.state.focus, atBeginning().state.focus);
	assert.equal(selectPosition(model.newest()), 0);

	keysOf(model).searchNext();
	keysOf(model).logDown();
	assert.equal(model.state.hunt, null);
	assert.equal(selectPosition(model.newest()), 1);
});

test('the program takes the steps by itself, as often as a jump begins', async t => {
	const model = atBeginning(broken);
	await renderHook(t, () => useHunt(model), null);
	for (const [jump, position] of [
		['nextError', broken.length - 1],
		['logTop', 0],
		['nextError', broken.length - 1],
	] as const) {
		keysOf(model)[jump]();
		await eventually(() => (model.state.hunt === null ? selectPosition(model.newest()) : -1), position);
	}
});

test('e says which rule an event breaks, and that there is none on this side, without going to the other', () => {
	const model = atBeginning(tracedStream([messageStart(), messageStop, messageStop, ping]));
	keysOf(model).nextError();
	assert.equal(model.state.hunt, null);
	const position = selectPosition(model.newest());
	assert.ok(position > 0);
	assert.match(model.state.notice ?? '', /^[a-z]+(?:-[a-z]+)*$/);
	let last = position;
	for (;;) {
		keysOf(model).nextError();
		const now = selectPosition(model.newest());
		if (now === last) {
			break;
		}

		last = now;
	}

	assert.equal(model.state.notice, 'no error after this event');
});

test('without any error, e and E go to warnings and say so', () => {
	const warned = tracedStream(
		message(blockStart(0), blockStart(1), text(0, 'a'), text(1, 'b'), blockStop(0), blockStop(1)),
	);
	const model = screenOf(warned, {log: atTop});
	const severities = new Set(
		[...itemsOf(model.newest().live.exchanges)].flatMap(view =>
			selectFindings(model.newest())
				.of(view)
				.map(({severity}) => severity),
		),
	);
	assert.deepEqual([severities.has('error'), severities.has('warning')], [false, true]);
	keysOf(model).nextError();
	assert.match(model.state.notice ?? '', /^no errors, but a warning: [a-z-]+$/);
	const position = selectPosition(model.newest());
	keysOf(model).logTail();
	keysOf(model).previousError();
	assert.ok(selectPosition(model.newest()) >= position);

	const fine = screenOf(tracedStream(message(ping)), {log: atTop});
	keysOf(fine).nextError();
	assert.equal(fine.state.notice, 'no error or warning after this event');
});

test('a filter over a long trace keeps the selected event, and its row in sight', () => {
	const model = screenOf(many, {focus: 'events'}, {size: {width: 120, height: 40}});
	model.dispatch({name: 'selectEvent', position: 15_000});
	keysOf(model).openFilter();
	model.dispatch({name: 'submitField', value: 'type:ping'});
	assert.equal(selectIsFiltering(model.newest()), true);
	while (selectIsFiltering(model.newest())) {
		model.dispatch({name: 'continueFilter'});
	}

	assert.equal(selectPosition(model.newest()), 15_000);
	const marked = (selectEventLog(model.newest())?.lines ?? []).filter(line => line.startsWith('▸'));
	assert.equal(marked.length, 1);
	assert.match(marked[0] ?? '', /^▸15001 /);
});
