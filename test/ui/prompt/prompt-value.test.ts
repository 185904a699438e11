import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {Attachment, Prompt} from '../../../source/analysis/prompt.js';
import {promptText, promptValue, signedText, textWithLabels} from '../../../source/ui/prompt/prompt-value.js';

const file = (name: string): Attachment => ({
	name,
	block: {type: 'image', source: {type: 'base64', media_type: 'image/png', data: 'AAAA'}},
});
const [a, b] = [file('a.png'), file('b.png')];
const long = 'line\n'.repeat(40).trim();

test('a prompt with files is the same after it was put into the editor’s text', () => {
	const part = fc.oneof(
		fc.constantFrom('Compare', 'a b\nc', '漢字', long),
		fc.constantFrom('a.png', '漢 字.pdf', 'a.png').map(file),
	);
	fc.assert(
		fc.property(fc.array(part, {minLength: 1, maxLength: 8}), parts => {
			fc.pre(parts.some(one => typeof one !== 'string'));
			fc.pre(!parts.some((one, index) => typeof one === 'string' && typeof parts[index + 1] === 'string'));
			assert.deepEqual(promptValue(signedText(parts, [])), parts);
		}),
	);
});

test('a long text beside a file is folded, and sent whole', () => {
	const signed = signedText([a, long], []);
	assert.ok(signed.text.length < 10);
	assert.deepEqual(promptValue(signed), [a, long]);
});

test('files are found by their labels after the text was edited elsewhere, in any order and not twice', () => {
	const signed = signedText(['One', a, 'two', b, a], []);
	const edited = (change: (text: string) => string): Prompt =>
		promptValue({...signed, text: textWithLabels(change(promptText(signed)), signed)});
	assert.deepEqual(
		edited(text => text),
		['One', a, 'two', b, a],
	);
	assert.deepEqual(
		edited(() => '[b.png 3 B] before [a.png 3 B]'),
		[b, 'before', a],
	);
	assert.deepEqual(
		edited(() => '[b.png 3 B] [b.png 3 B]'),
		[b, '[b.png 3 B]'],
	);
	assert.equal(
		edited(() => 'None'),
		'None',
	);
});
