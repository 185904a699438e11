import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {alterationForms} from '../../../source/analysis/alteration/alteration-forms.js';
import {readAlteration, readPassingFilter} from '../../../source/analysis/alteration/read-alteration.js';
import {typeFilter} from '../../../source/analysis/filter/filter.js';

const pings = typeFilter('ping');

const reads = (words: string) => {
	const read = readAlteration(words);
	return read.isRead ? read.alteration : read.message;
};

describe('an alteration', () => {
	test('is a word, a filter, and what it needs', () => {
		assert.deepEqual(reads('drop type:ping'), {does: 'drop', filter: pings});
		assert.deepEqual(reads(' HOLD  type:ping '), {does: 'hold', filter: pings});
		assert.deepEqual(reads('cut type:ping'), {does: 'cut', filter: pings});
		assert.deepEqual(reads('delay 1.5s type:ping'), {does: 'delay', time: 1500, filter: pings});
		assert.deepEqual(reads('edit type:ping {"a": {"b": 1}}'), {
			does: 'edit',
			filter: pings,
			json: {a: {b: 1}},
		});
		assert.deepEqual(reads('inject before type:ping {"type":"x"}'), {
			...{does: 'inject', where: 'before'},
			...{filter: pings, json: {type: 'x'}},
		});
	});

	test('finds its JSON behind a filter that has braces itself', () => {
		const altered = reads('edit "a {b}" {"c":"d {e}"}');
		assert.deepEqual(typeof altered === 'object' && 'json' in altered && altered.json, {c: 'd {e}'});
	});

	test('is read as the table shows it', () => {
		for (const {name, example} of alterationForms) {
			const read = readAlteration(example);
			assert.equal(read.isRead && read.alteration.does, name, example);
		}
	});

	test('that cannot be read says what is wrong, with an example', () => {
		assert.equal(reads('lose type:ping'), 'It knows drop, delay, edit, inject, cut, hold.');
		assert.equal(reads('drop'), 'It needs a filter, as in drop type:ping.');
		assert.equal(reads('delay type:ping'), 'It needs a time, as in delay 2s type:message_delta.');
		assert.equal(reads('delay 99999999m type:ping'), 'It needs a time, as in delay 2s type:message_delta.');
		assert.match(String(reads('edit type:ping {"a":')), /^It ends in a JSON object, as in edit /);
		assert.match(String(reads('inject type:ping {}')), /^Write before or after, as in inject /);
		assert.match(String(reads('drop exchange:x')), /exchange/);
		assert.equal(
			reads('inject after type:ping {"type":"a\\nevent: b"}'),
			'The type of an event is one line.',
		);
	});
});

test('a filter of what passes cannot ask what is known only later', () => {
	assert.equal(readPassingFilter('type:ping').isRead, true);
	for (const words of ['sdk:dropped', 'ping | finding:error']) {
		assert.deepEqual(readPassingFilter(words), {
			isRead: false,
			message: 'While an event passes, sdk: and finding: are not known yet.',
		});
	}
});
