import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {type ServeFlags, serveOptions} from '../../../source/commands/serve/serve-options.js';
import {startServing} from '../../../source/commands/serve/start-serving.js';
import {UsageError} from '../../../source/commands/usage-error.js';
import {createJournal} from '../../../source/demo/journal.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';

test('one scenario file plays by itself, and of several the program plays chat', () => {
	using folder = temporaryFolder();
	const file = (name: string) => path.join(folder.path, `${name}.scenario`);
	writeFileSync(file('one'), 'text: 1');
	writeFileSync(file('two'), 'text: 2');
	const playing = (flags: ServeFlags) => serveOptions(flags).scenario;
	assert.equal(playing({}), 'chat');
	assert.equal(playing({scenarios: [file('one')]}), 'one');
	assert.equal(playing({scenarios: [file('one')], scenario: 'thinking'}), 'thinking');
	assert.equal(playing({scenarios: [folder.path]}), 'chat');
	assert.equal(playing({scenarios: [folder.path], scenario: 'two'}), 'two');
});

test('every case of drill can be played, and a file of its name in its place', () => {
	const {scenario, cases} = serveOptions({scenario: 'drill-reset'});
	assert.equal(scenario, 'drill-reset');
	assert.ok(cases.some(({name}) => name === 'drill-overloaded'));
	assert.throws(() => serveOptions({scenario: 'drill-rest'}), /Did you mean drill-reset\?/);
});

test('what cannot be served is wrong usage', () => {
	for (const [flags, words] of [
		[{scenario: 'thnking'}, /There is no scenario "thnking"\. Did you mean thinking\?/],
		[{upstream: 'https://api.example'}, /--upstream needs recordings/],
		[{strict: true}, /--strict needs recordings/],
		[{upstream: 'ftp://x', replay: 'a'}, /--upstream takes an address/],
		[{upstream: 'http://localhost:8787', replay: 'a'}, /would be this server itself/],
		[{replay: 'a', faults: 'drip, double=2'}, /double changes what a scenario plays/],
		[{port: '99999'}, /--port takes a number up to 65535/],
	] as const) {
		assert.throws(
			() => serveOptions(flags),
			error => error instanceof UsageError && words.test(error.message),
			JSON.stringify(flags),
		);
	}
});

test('the hint is about what is wrong', () => {
	for (const [flags, hint] of [
		[{scenario: 'thnking'}, /^Scenarios: chat, thinking, /],
		[{speed: '99'}, /^Write it like --speed 2\.$/],
		[{speed: '99', faults: 'drop, nope'}, /^docs\/faults\.md lists the faults/],
		[{seed: 'x'}, /^Write it like --seed 7\.$/],
		[{port: 'x'}, /^Write it like --port 8787\.$/],
	] as const) {
		assert.throws(
			() => serveOptions(flags),
			error => error instanceof UsageError && hint.test(error.hint),
			JSON.stringify(flags),
		);
	}
});

test('an address that this machine does not have is another hint than a port that is taken', async () => {
	const journal = createJournal({limit: 1, keepsBodies: false, now: () => 0});
	const options = serveOptions({host: '192.0.2.1', port: '0'});
	await assert.rejects(
		startServing({options, replay: null, journal}, () => []),
		error => error instanceof UsageError && /^Choose another --host/.test(error.hint),
	);
});

test('the other server is asked unless all must be recorded', () => {
	const upstream = (flags: ServeFlags) => serveOptions({replay: 'a', ...flags}).upstream?.href ?? null;
	assert.equal(upstream({upstream: 'https://api.example/a'}), 'https://api.example/a');
	assert.equal(upstream({upstream: 'https://api.example/a', strict: true}), null);
	assert.equal(upstream({faults: 'cut-after=3'}), null);
});
