import assert from 'node:assert/strict';
import {test} from 'node:test';
import {serveHeldStreams} from '../helpers/held-streams.js';
import {openChat} from '../helpers/open-chat.js';
import {promptWithCursor} from '../helpers/screen-facts.js';

test('Esc twice, Up and e edit an earlier turn, which is sent in its own place and stays visible', async () => {
	await using api = await serveHeldStreams();
	await using chat = await openChat({
		args: ['--base-url', api.url],
		env: {ANTHROPIC_API_KEY: 'sk-ant-test-do-not-show-1234567890'},
	});
	for (const prompt of ['First', 'Second', 'Third']) {
		chat.send(prompt);
		const answer = await api.next();
		answer.start();
		answer.text(`Answer to ${prompt}.`);
		answer.finish();
		await chat.status('complete');
		await chat.frame(({conversation}) => conversation.includes(`Answer to ${prompt}.`));
	}

	chat.press('escape');
	await chat.frame(({status}) => status.includes('Esc again lists the turns'));
	chat.press('escape');
	await chat.frame(({rows}) => rows.some(row => /^▸ +3 +Third /.test(row)));
	chat.press('up', 'e');
	await chat.frame(frame => promptWithCursor(chat, frame) === 'Second|');
	chat.send(', changed');
	const again = await api.next();
	assert.deepEqual(again.asked.messages, [
		{role: 'user', content: 'First'},
		{role: 'assistant', content: [{type: 'text', text: 'Answer to First.'}]},
		{role: 'user', content: 'Second, changed'},
	]);
	const {conversation} = await chat.frame(frame => frame.conversation.includes('Second, changed'));
	assert.match(conversation, /Asked differently below/);
});
