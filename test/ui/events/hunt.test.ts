import assert from 'node:assert/strict';
import {test} from 'node:test';
import {selectPosition} from '../../../source/ui/events/select-log.js';
import {useHunt} from '../../../source/ui/events/use-hunt.js';
import {atTop} from '../../../source/ui/screen/list-state.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {eventually} from '../../helpers/eventually.js';
import {filterOf} from '../../helpers/filter-of.js';
import {renderHook} from '../../helpers/render-hook.js';
import {tracedStream} from '../../helpers/traced-stream.js';
import {messageStart, messageStop, ping} from '../../messages/conformance/sample-stream.js';

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
