import assert from 'node:assert/strict';
import {test} from 'node:test';
import {nearestName} from '../../source/text/nearest-name.js';

const names = ['model', 'maxTokens', 'theme', 'colour-blind', 'keys'];

test('a name that differs in case, punctuation or a few letters is found', () => {
	for (const [given, meant] of [
		['max_tokens', 'maxTokens'],
		['MAXTOKENS', 'maxTokens'],
		['modle', 'model'],
		['color-blind', 'colour-blind'],
		['key', 'keys'],
	] as const) {
		assert.equal(nearestName(given, names), meant);
	}
});

test('two letters in the wrong order are nearer than two wrong ones', () => {
	assert.equal(nearestName('hlep', ['step', 'help']), 'help');
	assert.equal(nearestName('ehlp', ['exp', 'help']), 'help');
	assert.equal(nearestName('hepl', ['heap', 'help']), 'help');
});

test('there is no guess for a name that resembles none of them', () => {
	assert.equal(nearestName('retries', names), null);
	assert.equal(nearestName('', names), null);
	assert.equal(nearestName('x', []), null);
});
