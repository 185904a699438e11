import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {typeFilter} from '../../../source/analysis/filter/filter.js';
import {createTapControl} from '../../../source/commands/tap/tap-control.js';
import {releasePath} from '../../../source/recording/growing/release-path.js';
import {posted, proxied} from '../../helpers/proxied.js';

const pings = typeFilter('ping');
const atBreakpoint = {alterations: [], holdsAtBreakpoint: true, limit: null};

describe('the breakpoint of the screen', () => {
	test('holds streams while it is set, if that was asked for', () => {
		const control = createTapControl(atBreakpoint, false);
		assert.ok(control);
		assert.deepEqual(control.alterations(), []);
		control.setBreakpoint(pings);
		const chosen = control.alterations();
		assert.deepEqual(chosen, [{does: 'hold', filter: pings}]);
		control.setBreakpoint(pings);
		assert.equal(control.alterations(), chosen);
		control.setBreakpoint(null);
		assert.deepEqual(control.alterations(), []);
	});

	test('holds nothing otherwise', () => {
		const control = createTapControl({...atBreakpoint, holdsAtBreakpoint: false}, false);
		control?.setBreakpoint(pings);
		assert.deepEqual(control?.alterations(), []);
		assert.equal(createTapControl(null, false), null);
	});

	test('is asked for where there is a screen', () => {
		assert.throws(() => createTapControl(atBreakpoint, true), /there is no screen/);
	});
});

test('another terminal lets a stream go on, once', async () => {
	const control = createTapControl(atBreakpoint, false);
	assert.ok(control);
	const went: number[] = [];
	for (const exchange of [3, 4]) {
		control.holds.add(exchange, () => went.push(exchange));
	}

	await using tap = await proxied((_, response) => response.end('upstream'), {
		alter: control,
		besides: control.answer,
	});
	const status = async (path: string) => (await posted(`${tap.url}${path}`)).statusCode;
	assert.equal(await status(`${releasePath}?exchange=4`), 200);
	assert.equal(await status(`${releasePath}?exchange=4`), 409);
	assert.equal(await status(`${releasePath}?exchange=x`), 409);
	assert.equal(await status(releasePath), 200);
	assert.deepEqual(went, [4, 3]);
	assert.equal(await control.release(3), 'the stream is no longer held');
});
