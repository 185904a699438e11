import assert from 'node:assert/strict';
import {test} from 'node:test';
import {attachmentLabel} from '../../../source/analysis/prompt.js';
import {chatQuestion, isQuestion} from '../../../source/commands/chat/chat-question.js';
import {UsageError} from '../../../source/commands/usage-error.js';

async function* piped(...pieces: ReadonlyArray<string | Uint8Array>) {
	for (const piece of pieces) {
		yield Buffer.from(piece);
	}
}

const ask = (words: string, ...pieces: ReadonlyArray<string | Uint8Array>) =>
	chatQuestion({words, input: pieces.length === 0 ? null : piped(...pieces), onSilence() {}});

test('a question alone is sent, and nothing opens with nothing', async () => {
	assert.deepEqual(await ask('Why is the sky blue?'), {prompt: 'Why is the sky blue?', isSent: true});
	assert.equal(await ask('  '), null);
	assert.equal(await ask('', ''), null);
});

test('what is piped in becomes a chip, which waits for a question', async () => {
	const opening = await ask('', 'one\n', 'two\n');
	const [attachment] = opening?.prompt ?? [];
	assert.ok(typeof attachment === 'object');
	assert.deepEqual([attachmentLabel(attachment), opening?.isSent], ['[piped input 8 B]', false]);
	const source = {type: 'text', media_type: 'text/plain', data: 'one\ntwo\n'};
	assert.deepEqual(attachment.block, {type: 'document', source, title: 'piped input'});
});

test('with both, the question is sent with what was piped in', async () => {
	const opening = await ask('What is new?', 'diff');
	assert.equal(opening?.isSent, true);
	assert.equal(opening?.prompt[1], 'What is new?');
});

test('a pipe that brings no picture, PDF or text is refused', async () => {
	await assert.rejects(ask('What?', Uint8Array.of(0, 1, 2, 255)), UsageError);
});

test('only one argument with a blank in it is a question: a word may be a misspelt command', () => {
	assert.ok(isQuestion(['Why is the sky blue?']));
	for (const args of [[], ['inspekt'], ['inspekt', 'a.sse'], ['inspect '], ['']]) {
		assert.equal(isQuestion(args), false, args.join(' '));
	}
});
