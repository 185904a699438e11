import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {parseEventData} from '../../source/messages/parse-event-data.js';
import {parseJson} from '../../source/wire/json.js';

const same = (data: string): void => assert.deepEqual(parseEventData(data), parseJson(data), data);

const deltaWith = (text: string): string =>
	`{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":${text}}}`;

test('Deltas of text and thinking are read as a JSON parser reads them', () => {
	assert.deepEqual(parseEventData(deltaWith('"Hello, wörld 😀"')), {
		type: 'content_block_delta',
		index: 0,
		delta: {type: 'text_delta', text: 'Hello, wörld 😀'},
	});
	assert.deepEqual(
		parseEventData(
			'{"type":"content_block_delta","index":12,"delta":{"type":"thinking_delta","thinking":"So"}     }  ',
		),
		{type: 'content_block_delta', index: 12, delta: {type: 'thinking_delta', thinking: 'So'}},
	);
	for (const text of [
		'',
		' ',
		'a\\nb',
		'\\"',
		'\\u00e9',
		'\\\\',
		'a"}}',
		'}',
		'\u007F',
		'\u2028',
		'\uFEFF',
	]) {
		same(deltaWith(`"${text}"`));
	}
});

test('What differs from the usual form by a few characters gets the result of a JSON parser', () => {
	for (const data of [
		deltaWith('"a\nb"'),
		deltaWith('"a\u0000"'),
		deltaWith('"a","more":1'),
		deltaWith('"a"}'),
		deltaWith('1'),
		deltaWith('"a'),
		deltaWith('"a"').slice(0, -1),
		`${deltaWith('"a"')}x`,
		`${deltaWith('"a"')}\t\r\n`,
		deltaWith('"a"').replace('"index":0', '"index":007'),
		deltaWith('"a"').replace('"index":0', '"index":-0'),
		deltaWith('"a"').replace('"index":0', '"index":1.5'),
		deltaWith('"a"').replace('"index":0', '"index":12345678901234567890'),
		deltaWith('"a"').replace('"index":0', '"index":'),
		deltaWith('"a"').replace('"index":0', '"index":0,"index":1'),
		deltaWith('"a"').replace('text_delta', 'text_delta2'),
		'{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"a"},"more":{}}',
		'{"type":"content_block_delta","index":0}',
		'',
	]) {
		same(data);
	}
});

test('Any delta, cut or changed at any place, gets the result of a JSON parser', () => {
	const field = fc.constantFrom(
		['text_delta', 'text'],
		['thinking_delta', 'thinking'],
		['input_json_delta', 'partial_json'],
	);
	const edit = fc.record({
		at: fc.nat(120),
		remove: fc.nat(3),
		insert: fc.constantFrom('', '"', '\\', '}', ' ', '0', '\n', ','),
	});
	fc.assert(
		fc.property(
			fc.nat(10),
			field,
			fc.string({unit: 'binary'}),
			fc.option(edit),
			(index, [type, name], text, change) => {
				const data = JSON.stringify({type: 'content_block_delta', index, delta: {type, [name]: text}});
				same(
					change === null
						? data
						: data.slice(0, change.at) + change.insert + data.slice(change.at + change.remove),
				);
			},
		),
	);
});
