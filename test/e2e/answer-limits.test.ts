import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {serveHeldStreams} from '../helpers/held-streams.js';
import {openChat} from '../helpers/open-chat.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

for (const [option, limit] of [
	['maxAnswerEvents', 200],
	['maxAnswerBytes', 20_000],
] as const) {
	test(`the chat aborts an answer that does not end at ${option}, says so, and takes the next question`, async () => {
		using home = temporaryFolder();
		const config = path.join(home.path, 'streamscope');
		mkdirSync(config, {recursive: true});
		writeFileSync(path.join(config, 'config.json'), JSON.stringify({[option]: limit}));
		await using api = await serveHeldStreams();
		await using chat = await openChat({
			args: ['--base-url', api.url],
			env: {ANTHROPIC_API_KEY: 'sk-ant-test'},
			home: home.path,
		});
		chat.send('First');
		const endless = await api.next();
		endless.start();
		let isClosed = false;
		const closed = endless.closed.then(() => {
			isClosed = true;
		});
		while (!isClosed) {
			endless.text('All work and no play. ');
			await new Promise(resolve => setImmediate(resolve));
		}

		await closed;
		await chat.frame(({rows}) => rows.join('\n').includes('The answer is too long'));
		chat.send('Second');
		const second = await api.next();
		second.start();
		second.text('Short.');
		second.finish();
		const {conversation} = await chat.status('complete');
		assert.match(conversation, /Second .*Short\./);
	});
}
