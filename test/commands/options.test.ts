import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as v from 'valibot';
import type {Option} from '../../source/commands/declare-option.js';
import {optionNames, options} from '../../source/commands/options.js';

const all: readonly (readonly [string, Option<unknown>])[] = Object.entries(options);

test('no two options have the same flag', () => {
	const flags = all.flatMap(([, option]) => option.flags.map(flag => flag.replace(/ .*/, '')));
	assert.equal(new Set(flags).size, flags.length);
});

test('an option’s default is a value that it takes, or stands for nothing', () => {
	for (const [name, {kind, fallback}] of all) {
		assert.ok(fallback === undefined || v.is(kind.schema, fallback), name);
	}
});

test('the flags of a switch are its two opposites, and the one that changes the default is listed', () => {
	for (const [name, {flags, listed, fallback}] of all) {
		if (typeof fallback === 'boolean' && name !== 'record') {
			const [one = '', other = ''] = flags;
			assert.equal(one.replace('--no-', '--') === other.replace('--no-', '--'), true, name);
			assert.equal(listed[0]?.flag.startsWith('--no-'), fallback, name);
		}
	}
});

test('no field and no flag is for a credential', () => {
	assert.equal(
		optionNames.some(name => /key$|token$|secret|credential/i.test(name)),
		false,
	);
});
