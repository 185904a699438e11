import assert from 'node:assert/strict';
import {test} from 'node:test';
import {runSlashLine} from '../../../source/ui/slash/slash-line.js';
import {createSlashContext} from '../../helpers/slash-context.js';

const open = (...set: ReadonlyArray<{path: string; value: string}>) => {
	const {context} = createSlashContext({settings: set.length === 0 ? {} : {set}});
	const run = (line: string) => {
		const reply = runSlashLine(line, context);
		assert.ok('text' in reply);
		return reply;
	};
	return {run, set: () => context.settings.state.set};
};

test('/cache on and 1h set the request’s own cache_control, which marks the last block of each request', () => {
	const {run, set} = open();
	assert.match(run('/cache on').text ?? '', /caches the conversation for five minutes/);
	assert.deepEqual(set(), [{path: 'cache_control', value: {type: 'ephemeral'}}]);
	assert.match(run('/cache 1h').text ?? '', /for an hour/);
	assert.deepEqual(set(), [{path: 'cache_control', value: {type: 'ephemeral', ttl: '1h'}}]);
	assert.match(run('/cache').text ?? '', /for an hour.* Usage: \/cache/);
});

test('/cache off takes it away and leaves other fields', () => {
	const {run, set} = open({path: 'speed', value: 'fast'});
	run('/cache on');
	assert.equal(run('/cache off').text, 'No request asks for the cache.');
	assert.deepEqual(set(), [{path: 'speed', value: 'fast'}]);
	const alone = open();
	alone.run('/cache on');
	alone.run('/cache off');
	assert.equal(alone.set(), undefined);
});

test('any other word is refused', () => {
	const {run, set} = open();
	assert.deepEqual([run('/cache perhaps').isProblem, run('/cache constructor').isProblem], [true, true]);
	assert.equal(set(), undefined);
});
