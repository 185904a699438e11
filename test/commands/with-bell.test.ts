import assert from 'node:assert/strict';
import {test} from 'node:test';
import {options} from '../../source/commands/options.js';
import {withBell} from '../../source/commands/with-bell.js';
import {resolveOptions} from '../../source/config/resolve-options.js';

const notifyOf = (
	flags: Readonly<Record<string, unknown>>,
	fields: Readonly<Record<string, unknown>> = {},
) => {
	const file = {path: 'config.json', isThere: true, fields};
	const {values, origins} = withBell(resolveOptions(options, {flags, env: {}, file}));
	return [values.notify, origins.notify.from, 'name' in origins.notify ? origins.notify.name : ''];
};

test('--bell is --notify bell, and --no-bell is --notify off, on the command line and in the config file', () => {
	assert.deepEqual(notifyOf({}), ['auto', 'default', '']);
	assert.deepEqual(notifyOf({bell: true}), ['bell', 'flag', '--bell']);
	assert.deepEqual(notifyOf({bell: false}), ['off', 'flag', '--no-bell']);
	assert.deepEqual(notifyOf({}, {bell: true}), ['bell', 'file', '']);
	assert.deepEqual(notifyOf({notify: false}), ['off', 'flag', '--no-notify']);
});

test('the stronger source wins, and of two that are as strong, notify', () => {
	assert.deepEqual(notifyOf({bell: true}, {notify: 'off'}), ['bell', 'flag', '--bell']);
	assert.deepEqual(notifyOf({notify: 'desktop'}, {bell: true}), ['desktop', 'flag', '--notify']);
	assert.deepEqual(notifyOf({notify: 'desktop', bell: true}), ['desktop', 'flag', '--notify']);
	assert.deepEqual(notifyOf({}, {notify: 'auto', bell: true}), ['auto', 'file', '']);
});
