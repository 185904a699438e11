import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {noFolds, toggleFold} from '../../../source/text/json-tree/json-folds.js';
import {type JsonRows, type JsonRowsOptions, jsonRows} from '../../../source/text/json-tree/json-rows.js';
import {textWidth} from '../../../source/text/text-width.js';

const wide = {folds: noFolds, width: 80};

function all(rows: JsonRows) {
	return rows.slice(0, rows.count);
}

function texts(rows: JsonRows): readonly string[] {
	return all(rows).map(({segments}) => segments.map(({text}) => text).join(''));
}

/** The options after toggling the row with this path. */
function toggled(value: unknown, options: JsonRowsOptions, path: string): JsonRowsOptions {
	const rows = jsonRows(value, options);
	const [row] = rows.slice(rows.indexOf(path), rows.indexOf(path) + 1);
	assert.ok(row);
	return {...options, folds: toggleFold(options.folds, row)};
}

const message = {
	id: 'msg_01',
	content: [{type: 'text', text: 'Cats meow.', citations: null}, {}],
	stop_reason: null,
	usage: {input_tokens: 30, cached: false},
};

describe('jsonRows', () => {
	it('prints a value as indented JSON', () => {
		assert.deepEqual(texts(jsonRows(message, wide)), [
			'{',
			'  "id": "msg_01",',
			'  "content": [',
			'    {',
			'      "type": "text",',
			'      "text": "Cats meow.",',
			'      "citations": null',
			'    },',
			'    {}',
			'  ],',
			'  "stop_reason": null,',
			'  "usage": {',
			'    "input_tokens": 30,',
			'    "cached": false',
			'  }',
			'}',
		]);
	});

	it('returns the path, the depth and the roles of each row', () => {
		const [row] = jsonRows(message, wide).slice(12, 13);
		assert.deepEqual(row, {
			path: '/usage/input_tokens',
			depth: 2,
			isFoldable: false,
			isFolded: false,
			segments: [
				{text: '    '},
				{text: '"input_tokens"', role: 'jsonKey'},
				{text: ': ', role: 'punctuation'},
				{text: '30', role: 'number'},
				{text: ',', role: 'punctuation'},
			],
		});
	});

	it('folds a container to its size, and opens it again', () => {
		const folded = toggled(message, toggled(message, wide, '/content/0'), '/usage');
		assert.deepEqual(texts(jsonRows(message, folded)), [
			'{',
			'  "id": "msg_01",',
			'  "content": [',
			'    { … 3 keys },',
			'    {}',
			'  ],',
			'  "stop_reason": null,',
			'  "usage": { … 2 keys }',
			'}',
		]);
		assert.deepEqual(texts(jsonRows([7], toggled([7], wide, ''))), ['[ … 1 item ]']);
		const opened = toggled(message, toggled(message, folded, '/usage'), '/content/0');
		assert.deepEqual(texts(jsonRows(message, opened)), texts(jsonRows(message, wide)));
	});

	it('keeps a fold while the value grows around it', () => {
		const folded = toggled(message, wide, '/content/0');
		const grown = {...message, content: [{type: 'text', text: 'Cats meow loudly.', more: 1}, {type: 'text'}]};
		assert.deepEqual(texts(jsonRows(grown, folded)).slice(3, 5), ['    { … 3 keys },', '    {']);
	});

	it('cuts a long string, notes the number of hidden characters, and opens it', () => {
		const value = {data: 'x'.repeat(43_000)};
		const options = {folds: noFolds, width: 62, stringRows: 1};
		assert.deepEqual(texts(jsonRows(value, options)), [
			'{',
			'  "data":',
			`  "${'x'.repeat(59)}`,
			'  x" … 42,940 more characters',
			'}',
		]);
		const opened = toggled(value, options, '/data');
		assert.equal(jsonRows(value, opened).count, Math.ceil(43_002 / 60) + 3);
		const closed = toggled(value, opened, '/data');
		assert.deepEqual(texts(jsonRows(value, closed)), [
			'{',
			`  "data": "${'x'.repeat(16)}" … 42,984 more characters`,
			'}',
		]);
	});

	it('wraps a string between words and keeps its role in each row', () => {
		const rows = jsonRows({text: 'Macaws eat clay.'}, {folds: noFolds, width: 20});
		assert.deepEqual(texts(rows), ['{', '  "text": "Macaws', '  eat clay."', '}']);
		assert.ok(
			all(rows)[2]
				?.segments.slice(1)
				.every(({role}) => role === 'string'),
		);
	});

	it('shows control characters and never obeys them', () => {
		const [row] = texts(jsonRows('\u001b[31m\u009b\u202e\n', wide));
		assert.equal(row, String.raw`"\u001b[31m⟨9B⟩⟨U+202E⟩\n"`);
	});

	it('shows values that are not JSON by name', () => {
		assert.deepEqual(texts(jsonRows(undefined, wide)), ['undefined']);
		assert.deepEqual(texts(jsonRows({b: 1n}, wide)), ['{', '  "b": 1', '}']);
	});

	it('omits an undefined field, as JSON does', () => {
		assert.deepEqual(texts(jsonRows({a: 1, b: undefined}, wide)), ['{', '  "a": 1', '}']);
	});

	it('survives nesting that would exhaust the stack', () => {
		const rows = jsonRows(JSON.parse('['.repeat(5000) + ']'.repeat(5000)), wide);
		assert.equal(rows.count, 201);
		assert.ok(texts(rows)[100]?.endsWith('[ … 1 item ]'));
	});

	it('finds the first row of a path, even inside a fold', () => {
		const rows = jsonRows(message, wide);
		assert.equal(rows.indexOf('/content/0/text'), 5);
		assert.equal(rows.indexOf('/usage'), 11);
		assert.equal(rows.indexOf(''), 0);
		assert.equal(rows.indexOf('/nothing/here'), -1);
		const folded = jsonRows(message, toggled(message, wide, '/content'));
		assert.equal(folded.indexOf('/content/0/text'), 2);
	});

	it('distinguishes keys that look like paths', () => {
		const value = {'a/b': {c: 1}, a: {b: {c: 2}}, 'a~1b': 3};
		const rows = jsonRows(value, wide);
		assert.deepEqual(
			['/a~1b/c', '/a/b/c', '/a~01b'].map(path => texts(rows)[rows.indexOf(path)]?.trim()),
			['"c": 1', '"c": 2', '"a~1b": 3'],
		);
	});

	it('builds only the requested rows of a megabyte of JSON', () => {
		const value = Array.from({length: 20_000}, (_, index) => ({index, text: 'a text of some length'}));
		const rows = jsonRows(value, wide);
		assert.equal(rows.count, 20_000 * 4 + 2);
		assert.deepEqual(
			rows.slice(40_001, 40_004).map(({path}) => path),
			['/10000', '/10000/index', '/10000/text'],
		);
	});
});

describe('jsonRows of any value', () => {
	const anyJson = fc.jsonValue({stringUnit: 'binary'});
	const runs = {numRuns: 30};
	const anyOptions = fc.record({
		folds: fc.constant(noFolds),
		width: fc.integer({min: 2, max: 60}),
		stringRows: fc.integer({min: 1, max: 4}),
	});

	it('equals the output of JSON.stringify if there is room for it', () => {
		const ascii = fc.jsonValue({depthSize: 'large'});
		fc.assert(
			fc.property(ascii, value => {
				const rows = jsonRows(value, {folds: noFolds, width: 10_000, stringRows: 100});
				const [expected, shown] = [JSON.stringify(value, null, 2), texts(rows).join('\n')];
				// Sanitising changes how some characters are shown, which is not tested here.
				assert.equal(shown, /^[\u0020-\u007e\n]*$/.test(expected) ? expected : shown);
			}),
			runs,
		);
	});

	it('never exceeds the width', () => {
		fc.assert(
			fc.property(anyJson, anyOptions, (value, options) => {
				for (const row of texts(jsonRows(value, options))) {
					assert.ok(
						textWidth(row) <= options.width,
						`${textWidth(row)} > ${options.width}: ${JSON.stringify(row)}`,
					);
				}
			}),
			runs,
		);
	});

	it('returns the same rows in any window', () => {
		fc.assert(
			fc.property(anyJson, anyOptions, fc.nat(50), fc.nat(50), (value, options, from, length) => {
				const rows = jsonRows(value, options);
				assert.equal(all(rows).length, rows.count);
				assert.deepEqual(rows.slice(from, from + length), all(rows).slice(from, from + length));
			}),
			runs,
		);
	});

	it('finds every row by its path', () => {
		fc.assert(
			fc.property(anyJson, anyOptions, (value, options) => {
				const rows = jsonRows(value, options);
				const paths = all(rows).map(({path}) => path);
				for (const path of paths) {
					assert.equal(rows.indexOf(path), paths.indexOf(path));
				}
			}),
			runs,
		);
	});

	it('returns the same rows when it continues from an earlier state', () => {
		const pieces = fc.array(fc.string({unit: 'binary', maxLength: 30}), {maxLength: 6});
		fc.assert(
			fc.property(
				anyJson,
				pieces,
				anyOptions,
				fc.boolean(),
				(value, deltas, {stringRows, ...rest}, isLimited) => {
					const options = isLimited ? {...rest, stringRows} : {...rest, stringRows: Number.POSITIVE_INFINITY};
					let text = '';
					let previous = jsonRows({value, text}, options);
					for (const delta of deltas) {
						text += delta;
						const state = {value, text, deltas: deltas.slice(0, text.length % 3)};
						previous = jsonRows(state, options, previous);
						assert.deepEqual(all(previous), all(jsonRows(state, options)));
					}
				},
			),
		);
	});

	it('does not change a frozen value', () => {
		const frozen = Object.freeze({list: Object.freeze([1, 'two'])});
		assert.equal(jsonRows(frozen, wide).count, 6);
	});
});
