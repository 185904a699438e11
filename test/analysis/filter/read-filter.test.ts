import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {completeFilter} from '../../../source/analysis/filter/complete-filter.js';
import type {Condition, Filter, Pattern} from '../../../source/analysis/filter/filter.js';
import {filterFields, filterForms} from '../../../source/analysis/filter/filter-fields.js';
import {printFilter} from '../../../source/analysis/filter/print-filter.js';
import {readFilter} from '../../../source/analysis/filter/read-filter.js';
import {filterOf} from '../../helpers/filter-of.js';

const words = fc.string({unit: 'grapheme', minLength: 1, maxLength: 12}).filter(text => text.trim() !== '');
const patterns: fc.Arbitrary<Pattern> = fc.oneof(
	words.map(text => ({kind: 'words' as const, text})),
	fc.record({
		kind: fc.constant('regex' as const),
		source: fc.constantFrom('a|b', 'so[i/]l', '\\/v1', '^x{2}$'),
		flags: fc.constantFrom('', 'i', 'is'),
	}),
);
const counts = fc.array(fc.nat({max: 9999}), {minLength: 1, maxLength: 3});
const amounts = fc.oneof(
	fc.nat({max: 100_000}),
	fc.nat({max: 9999}).map(number => number / 8),
);
const conditions: fc.Arbitrary<Condition> = fc.oneof(
	fc.record({on: fc.constantFrom('any' as const, 'text' as const), pattern: patterns}),
	fc.record({
		on: fc.constant('names' as const),
		field: fc.constantFrom('type' as const, 'finding' as const),
		values: fc.array(words, {minLength: 1, maxLength: 3}),
	}),
	fc.record({
		on: fc.constant('names' as const),
		field: fc.constant('sdk' as const),
		values: fc.constant(['dropped', 'thrown']),
	}),
	fc.record({
		on: fc.constant('number' as const),
		field: fc.constantFrom('block' as const, 'exchange' as const, 'status' as const),
		comparison: fc.constantFrom('=' as const, '!=' as const),
		values: counts,
	}),
	fc.record({
		on: fc.constant('number' as const),
		field: fc.constantFrom('gap' as const, 'bytes' as const),
		comparison: fc.constantFrom('>' as const, '<=' as const, '<' as const, '>=' as const),
		values: amounts.map(amount => [amount]),
	}),
	fc.record({
		on: fc.constant('json' as const),
		path: fc.constantFrom(['delta', 'text'], ['usage'], ['content', '0', 'a-b_c']),
		comparison: fc.constantFrom('~' as const, '=' as const, '!=' as const),
		value: words,
	}),
	fc.constantFrom<Condition>(
		{on: 'json', path: ['usage'], comparison: 'exists', value: ''},
		{on: 'json', path: ['usage', 'output_tokens'], comparison: '>', value: '100'},
	),
);
const filters: fc.Arbitrary<Filter> = fc.record({
	alternatives: fc.array(
		fc.array(fc.record({isNot: fc.boolean(), condition: conditions}), {minLength: 1, maxLength: 3}),
		{
			minLength: 1,
			maxLength: 3,
		},
	),
});

test('a printed filter is read as the same filter, and printed the same', () => {
	fc.assert(
		fc.property(filters, filter => {
			const printed = printFilter(filter);
			const read = readFilter(printed);
			// A record of fast-check has no prototype.
			assert.deepEqual(read, {isRead: true, filter: JSON.parse(JSON.stringify(filter))}, printed);
			assert.equal(printFilter(filterOf(printed)), printed);
		}),
	);
});

test('whatever is typed is read, or refused with words', () => {
	const typed = fc.oneof(
		fc.string({unit: 'binary'}),
		fc
			.array(
				fc.constantFrom(
					'a',
					'!',
					'|',
					',',
					'"',
					'/',
					' ',
					'type',
					':',
					'gap',
					'>',
					'5',
					'ms',
					'json:',
					'~',
					'\\',
				),
			)
			.map(parts => parts.join('')),
	);
	fc.assert(
		fc.property(typed, text => {
			const read = readFilter(text);
			if (read.isRead && read.filter !== null) {
				assert.deepEqual(filterOf(printFilter(read.filter)), read.filter);
			} else if (!read.isRead) {
				assert.notEqual(read.message, '');
			}
		}),
	);
});

test('every example of the help is a filter', () => {
	for (const {example} of [...filterFields, ...filterForms]) {
		filterOf(example);
	}
});

for (const [typed, printed] of [
	['a b', 'a b'],
	['a  b,c', 'a b | c'],
	['"two words"|!three', '"two words" | !three'],
	['!!a', 'a'],
	['type: ping,error', 'type:ping,error'],
	['type:ping, error', 'type:ping | error'],
	['type:ping,block:1', 'type:ping | block:1'],
	['block=1,2', 'block:1,2'],
	['gap > 2 s', 'gap>2s'],
	['GAP>0.5s', 'gap>500ms'],
	['bytes>=2kb', 'bytes>=2k'],
	['status>=400', 'status>=400'],
	['text:/so.l/i', 'text:/so.l/i'],
	['json:delta.text~soil', 'json:delta.text~soil'],
	['json:usage', 'json:usage'],
] as const) {
	test(`${typed} is read as ${printed}`, () => {
		assert.equal(printFilter(filterOf(typed)), printed);
	});
}

for (const [typed, message] of [
	[
		'colour:red',
		'There is no field colour. Fields: type block exchange attempt read gap bytes status sdk finding text json. Quote a text with such signs: "colour:…".',
	],
	['gap>500', 'gap needs a time with its unit, as in gap>500ms.'],
	['gap:2s', 'gap is compared: gap>500ms.'],
	['gap 2s', 'A gap is written gap>2s or gap>500ms.'],
	['block:x', 'block needs a number, as in block:1.'],
	['sdk:lost', 'sdk: knows yielded, dropped, thrown, pending.'],
	['type>3', 'Write type:delta,ping.'],
	['type:', 'Something is missing after type:, as in type:delta,ping.'],
	['"open', 'The closing " is missing.'],
	['/open', 'The closing / is missing. Quote a text that begins with a slash: "/v1".'],
	['/a/x', 'There is no flag "x": only i and s are known.'],
	['a | | b', '| stands between two conditions, as in ping | error.'],
	['a |', '| stands between two conditions, as in ping | error.'],
	['!', '! stands before a condition, as in !type:ping.'],
	['json:usage>many', '> compares numbers, as in json:usage.output_tokens>100.'],
] as const) {
	test(`${typed} is refused: ${message}`, () => {
		assert.deepEqual(readFilter(typed), {isRead: false, message});
	});
}

test('Tab completes the name of a field or one of its values, one after another', () => {
	const turns = (typed: string) => [0, 1, 2].map(turn => completeFilter(typed, turn));
	assert.deepEqual(turns('soil !st'), ['soil !status>=', 'soil !status>=', 'soil !status>=']);
	assert.deepEqual(turns('sdk:'), ['sdk:yielded', 'sdk:dropped', 'sdk:thrown']);
	assert.deepEqual(turns('type:ping,err'), ['type:ping,error', 'type:ping,error', 'type:ping,error']);
	assert.deepEqual(turns('type:nothing'), [null, null, null]);
});
