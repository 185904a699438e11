import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	attachmentLabel,
	joinPrompts,
	type Prompt,
	promptContent,
	promptIn,
	promptWords,
} from '../../source/analysis/prompt.js';

const picture = (bytes: number) => ({
	type: 'image',
	source: {type: 'base64', media_type: 'image/png', data: Buffer.alloc(bytes).toString('base64')},
});
const text = (data: string) => ({
	type: 'document',
	title: 'notes.txt',
	source: {type: 'text', media_type: 'text/plain', data},
});
const chart = {name: 'chart.png', block: picture(48_000)};

test('a prompt without a file is a plain text on the wire', () => {
	assert.equal(promptContent('Hi'), 'Hi');
});

test('texts and files keep their order, and a text without words is left out', () => {
	assert.deepEqual(promptContent(['Compare', chart, ' ', chart, 'please']), [
		{type: 'text', text: 'Compare'},
		chart.block,
		chart.block,
		{type: 'text', text: 'please'},
	]);
});

test('a prompt that was sent is read from its content again', () => {
	const part = fc.oneof(
		fc.string({minLength: 1}).filter(words => words.trim() !== ''),
		fc.string().map(data => ({name: 'notes.txt', block: text(data)})),
		fc.nat(100).map(bytes => ({name: '', block: picture(bytes)})),
	);
	fc.assert(
		fc.property(fc.array(part, {minLength: 1, maxLength: 6}), parts => {
			const isText = (index: number) => typeof parts[index] === 'string';
			fc.pre(parts.some((_, index) => !isText(index)));
			fc.pre(!parts.some((_, index) => isText(index) && isText(index + 1)));
			assert.deepEqual(promptIn(promptContent(parts)), parts);
		}),
	);
});

test('a prompt has neither the tool results before it nor the mark for the cache', () => {
	const words = {type: 'text', text: 'And now?'};
	const result = {type: 'tool_result', tool_use_id: 'a', content: 'b'};
	assert.equal(promptIn([result, words]), 'And now?');
	const marked = {...picture(3), cache_control: {type: 'ephemeral'}};
	assert.deepEqual(promptIn([marked]), [{name: '', block: picture(3)}]);
	for (const odd of [[], undefined, null, 3, {}, [null, 'a', 3, []]]) {
		assert.equal(promptIn(odd), '', JSON.stringify(odd));
	}

	assert.equal(promptIn([words, {type: 'text', text: 'Well?'}]), 'And now?\nWell?');
});

test('a label has the name and the size, or what the wire tells of a file', () => {
	const label = (block: object, name = '') => attachmentLabel({name, block: {...block}});
	assert.equal(attachmentLabel(chart), '[chart.png 48.0 kB]');
	assert.equal(label(picture(1)), '[PNG 1 B]');
	assert.equal(label(picture(2)), '[PNG 2 B]');
	assert.equal(label(text('é')), '[text 2 B]');
	assert.equal(
		label({type: 'document', source: {type: 'base64', media_type: 'application/pdf', data: 'AAAA'}}),
		'[PDF 3 B]',
	);
	assert.equal(
		label({type: 'image', source: {type: 'url', url: 'https://a.test/b.png'}}),
		'[image https://a.test/b.png]',
	);
	assert.equal(label({type: 'container_upload', file_id: 'f'}), '[container_upload]');
	assert.equal(label({}), '[block]');
});

test('a hostile or endless name makes a short label of one line', () => {
	const made = attachmentLabel({name: `a\u001B[31m\n\u202E${'x'.repeat(500)}`, block: picture(1)});
	assert.doesNotMatch(made, /[\u001B\n\u202E]/);
	assert.ok(made.length < 60, made);
});

test('the words of a prompt have a label for each file', () => {
	assert.equal(promptWords([chart, 'What is it?']), '[chart.png 48.0 kB] What is it?');
});

test('joined prompts are one after the other, and stay a text where all are', () => {
	assert.equal(joinPrompts(['a', '', 'b']), 'a\n\nb');
	const joined: Prompt = joinPrompts(['a', [chart, 'b']]);
	assert.deepEqual(joined, ['a', '\n\n', chart, 'b']);
	assert.equal(joinPrompts([]), '');
});
