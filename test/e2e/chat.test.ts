import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {serveHeldStreams} from '../helpers/held-streams.js';
import {openChat} from '../helpers/open-chat.js';
import {promptWithCursor} from '../helpers/screen-facts.js';

const key = 'sk-ant-test-do-not-show-1234567890';

const openLive = (url: string) => openChat({args: ['--base-url', url], env: {ANTHROPIC_API_KEY: key}});

for (const stop of ['escape', 'ctrl+c']) {
	test(`${stop} stops the answer; what had come stays, and goes back with the next message`, async () => {
		await using api = await serveHeldStreams();
		await using chat = await openLive(api.url);
		chat.send('Tell me everything');
		const first = await api.next();
		first.start();
		first.text('Everything begins with');
		await chat.frame(({conversation}) => conversation.includes('Everything begins with'));

		chat.press(stop);
		await first.closed;
		const frame = await chat.status('interrupted');
		assert.match(frame.conversation, /Everything begins with .*Interrupted/);
		assert.match(frame.log.at(-1) ?? '', /end +aborted/);

		chat.send('Go on');
		const second = await api.next();
		assert.deepEqual(second.asked.messages, [
			{role: 'user', content: 'Tell me everything'},
			{role: 'assistant', content: [{type: 'text', text: 'Everything begins with'}]},
			{role: 'user', content: 'Go on'},
		]);
		second.start();
		second.text('a small dot.');
		second.finish();
		const last = await chat.status('complete');
		assert.match(last.conversation, /Everything begins with .*Go on .*a small dot\./);
	});
}

test('an answer that has not begun can be stopped; its prompt goes back to the input, and was not said', async () => {
	await using api = await serveHeldStreams();
	await using chat = await openLive(api.url);
	chat.send('First');
	const first = await api.next();
	await chat.status('connecting');
	chat.press('escape');
	await first.closed;
	await chat.status('interrupted');
	await chat.frame(frame => promptWithCursor(chat, frame) === 'First|');

	chat.press('ctrl+u');
	chat.send('Second');
	const second = await api.next();
	assert.deepEqual(second.asked.messages, [{role: 'user', content: 'Second'}]);
});

test('Ctrl+C stops the answer and a second one leaves', async () => {
	await using api = await serveHeldStreams();
	await using chat = await openLive(api.url);
	chat.send('Hello');
	const stream = await api.next();
	stream.start();
	stream.text('Hi');
	await chat.frame(({conversation}) => conversation.includes('Hi'));
	chat.press('ctrl+c');
	await chat.status('interrupted');
	chat.press('ctrl+c');
	const {signal} = await chat.exited;
	assert.equal(signal, null);
	assert.equal(chat.isAlternateScreen(), false);
});

test('typing goes on while an answer streams, and what is sent then waits its turn', async () => {
	await using api = await serveHeldStreams();
	await using chat = await openLive(api.url);
	chat.send('One');
	const first = await api.next();
	first.start();
	first.text('Answer to one.');
	await chat.status('streaming');
	chat.send('Two');
	await chat.status('1 queued');
	chat.write('half a th');
	await chat.frame(({rows}) => rows.join('\n').includes('half a th'));

	first.finish();
	const second = await api.next();
	assert.deepEqual(second.asked.messages.at(-1), {role: 'user', content: 'Two'});
	second.start();
	second.text('Answer to two.');
	second.finish();
	const frame = await chat.frame(
		({status, conversation}) => status.includes('complete') && conversation.includes('Answer to two.'),
	);
	assert.match(frame.conversation, /One .*Answer to one\. .*Two .*Answer to two\./);
	assert.ok(frame.rows.join('\n').includes('half a th'));
});

test('the SDK’s retry shows while it waits, and the second attempt answers', async () => {
	await using api = await serveHeldStreams();
	await using chat = await openLive(api.url);
	chat.send('Hello');
	const first = await api.next();
	first.refuse(529, '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}', {
		'retry-after': '1',
	});
	const waiting = await chat.frame(({events}) => events.at(-1) === 'body');
	assert.match(waiting.log.join('\n'), /529/);
	assert.match(waiting.conversation, /529/);

	const second = await api.next();
	assert.deepEqual(second.asked, first.asked);
	second.start();
	second.text('Here I am.');
	second.finish();
	const frame = await chat.status('complete');
	assert.match(frame.conversation, /Here I am\./);
	assert.equal(frame.events.filter(name => name === 'request').length, 2);
});

test('a refused request is shown with what the server said, its id and a hint, and is not sent again', async () => {
	await using api = await serveHeldStreams();
	await using chat = await openLive(api.url);
	chat.send('Hello');
	const first = await api.next();
	first.refuse(
		400,
		'{"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: 4096 > 100"},"request_id":"req_from_body"}',
		{'request-id': 'req_from_header'},
	);
	const frame = await chat.status('failed');
	assert.match(
		frame.conversation,
		/The API refused the request .*400.* max_tokens: 4096 > 100 .*req_from_header/,
	);
	assert.deepEqual(frame.events, ['request', 'response', 'body', 'end']);

	chat.send('Hello again');
	const second = await api.next();
	assert.deepEqual(second.asked.messages, [{role: 'user', content: 'Hello again'}]);
});

test('a server that is not there is an error with a hint, not a crash', async () => {
	const {url} = await closedServer();
	await using chat = await openLive(url);
	chat.send('Hello');
	const frame = await chat.status('failed');
	assert.match(frame.conversation, /The connection was refused .*--base-url/);
	assert.equal(frame.events.filter(name => name === 'request').length, 3);
});

/** An address where nobody listens any more. */
const closedServer = async () => {
	await using server = await serveHeldStreams();
	return {url: server.url};
};

test('no credential means the demo, and the screen says so', async () => {
	await using chat = await openChat({args: ['--demo-speed', 'max']});
	const frame = await chat.frame(({conversation}) => conversation !== '');
	assert.match(frame.rows.join('\n'), /demo/);
	chat.send('Hello');
	await chat.status('complete');
});

test('the key reaches neither the screen nor any file', async () => {
	await using api = await serveHeldStreams();
	await using chat = await openLive(api.url);
	chat.send('Hello');
	const stream = await api.next();
	stream.start();
	stream.text('Hi');
	stream.finish();
	await chat.status('complete');
	chat.send('quit');
	await chat.exited;
	const files = readdirSync(chat.home, {recursive: true, withFileTypes: true})
		.filter(entry => entry.isFile())
		.map(({parentPath, name}) => path.join(parentPath, name));
	for (const text of [chat.raw(), ...files.map(file => readFileSync(file, 'latin1'))]) {
		assert.ok(!text.includes(key.slice(0, 14)));
	}
});

test('a breakpoint is confirmed, stands in the header, and stops the screen while the stream goes on', async () => {
	await using api = await serveHeldStreams();
	await using chat = await openLive(api.url);
	chat.press('tab');
	chat.write('b"cats meow"\r');
	await chat.status('stops at "cats meow"');
	chat.press('i');
	chat.send('Go');
	const stream = await api.next();
	stream.start();
	stream.text('Cats');
	stream.text(' meow');
	stream.text(' loudly.');
	stream.finish();
	const stopped = await chat.frame(({rows}) => rows.some(row => / 6\/11 · 5 events wait/.test(row)));
	assert.match(stopped.status, /stopped at "cats meow"/);
	assert.match(stopped.rows[0] ?? '', /◉ stops at "cats meow"/);
	assert.match(stopped.conversation, /Cats meow$/);
});

test('sending goes live, also from a chat that was paused before anything came', async () => {
	await using api = await serveHeldStreams();
	await using chat = await openLive(api.url);
	for (const [prompt, place] of [
		['First', '0/0'],
		['Second', '8/9'],
	] as const) {
		chat.press('tab');
		chat.write(prompt === 'First' ? ' ' : ',');
		await chat.frame(({rows}) => rows.some(row => row.includes(` ${place} `)));
		chat.press('i');
		chat.send(prompt);
		const stream = await api.next();
		stream.start();
		stream.text(`${prompt} answer`);
		const frame = await chat.frame(({conversation}) => conversation.endsWith(`${prompt} answer`));
		assert.ok(frame.rows.every(row => !row.includes('❚❚')));
		stream.finish();
		await chat.status('complete');
	}
});
