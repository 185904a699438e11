import assert from 'node:assert/strict';
import {test} from 'node:test';
import {essay} from '../../source/demo/texts/essay.js';
import {languageModels} from '../../source/demo/texts/language-models.js';
import {macaws} from '../../source/demo/texts/macaws.js';
import {searchPages, searchStatements} from '../../source/demo/texts/search-pages.js';
import {poems, sentences} from '../../source/demo/texts/short-answers.js';
import {type ChatFrame, openChat} from '../helpers/open-chat.js';

const lesson = 'Write me a 3 word sentence, without a preamble.';

/** Successive equal names as one. */
const runs = (names: readonly string[]) => names.filter((name, index) => name !== names[index - 1]);

const includesAny = (text: string, texts: readonly string[]) => texts.some(one => text.includes(one));

const assertFinal = ({inspector}: ChatFrame) => assert.match(inspector, /final.*equals the SDK/);

test('chat: the answer grows in the conversation, each event is in the log, and the final message is the SDK’s', async () => {
	await using chat = await openChat({demo: 'chat'});
	chat.send(lesson);
	const frame = await chat.status('complete');
	assert.ok(frame.conversation.includes(lesson));
	assert.ok(includesAny(frame.conversation, sentences), frame.conversation);
	assert.deepEqual(runs(frame.events), [
		'request',
		'response',
		'message_start',
		'content_block_start',
		'ping',
		'content_block_delta',
		'content_block_stop',
		'message_delta',
		'message_stop',
		'end',
	]);
	assertFinal(frame);
	assert.match(frame.status, /TTFT .* in \d+ out \d+/);

	chat.send('Now a 5 word poem, please');
	const second = await chat.frame(
		({conversation, status}) =>
			status.includes('complete') && poems.some(poem => conversation.includes(poem.replaceAll('\n', ' '))),
	);
	assert.ok(second.conversation.includes(lesson));
	assert.equal(second.events.filter(name => name === 'message_stop').length, 2);

	chat.send('quit');
	assert.deepEqual(await chat.exited, {code: 0, signal: null});
});

test('thinking: thinking stands apart from the answer and keeps its signature', async () => {
	await using chat = await openChat({demo: 'thinking'});
	chat.send(lesson);
	const frame = await chat.status('complete');
	assert.match(frame.conversation, /Thinking/);
	assert.match(frame.conversation, /22 times a day/);
	assert.doesNotMatch(frame.conversation, /how many times a day do the two hands/);
	assert.match(frame.inspector, /"type": "thinking"/);
	assert.match(frame.inspector, /"signature":/);
	assertFinal(frame);
});

test('tools: both calls are shown with their JSON, the demo answers them, and the answer quotes the results', async () => {
	await using chat = await openChat({demo: 'tools', rows: 240});
	chat.send(lesson);
	const frame = await chat.frame(
		({conversation, status}) => conversation.includes('the results go back') && status.includes('complete'),
	);
	for (const text of ['get_weather', '"location": "Lisbon, Portugal"', 'get_local_time', '"Europe/Lisbon"']) {
		assert.ok(frame.conversation.includes(text), text);
	}

	assert.match(frame.conversation, /2\. a result: \{"timezone":"Europe\/Lisbon","time":"14:05"\}/);
	assert.equal(frame.events.filter(name => name === 'content_block_start').length, 4);
	assertFinal(frame);
});

test('search: the call, the results with their addresses, and the citations', async () => {
	await using chat = await openChat({demo: 'search', rows: 80});
	chat.send(lesson);
	const frame = await chat.status('complete');
	assert.match(frame.conversation, /web_search/);
	for (const {title, cited} of searchPages) {
		assert.ok(frame.conversation.includes(title), title);
		assert.ok(frame.conversation.includes(cited.slice(0, 40)), cited);
	}

	for (const {text} of searchStatements) {
		assert.ok(frame.conversation.includes(text), text);
	}

	assert.ok(frame.conversation.includes('docs.example.org/server-sent-events/format'));
	assertFinal(frame);
});

test('refusal: what had come is shown with the reason to stop', async () => {
	await using chat = await openChat({demo: 'refusal'});
	chat.send(lesson);
	const frame = await chat.status('■ refused');
	assert.match(frame.conversation, /I would start by looking at what you .*refusal/);
	assert.match(frame.inspector, /"stop_reason": "refusal"/);
	assert.match(frame.inspector, /The demo stops here to show what a refusal looks like/);
	assertFinal(frame);
});

test('max-tokens: the sentence breaks off and the limit is named', async () => {
	await using chat = await openChat({demo: 'max-tokens'});
	chat.send(lesson);
	const frame = await chat.status('cut off at max_tokens');
	assert.match(frame.conversation, /a list of some .*max_tokens/);
	assert.match(frame.status, /out 120/);
	assertFinal(frame);
});

test('stop-sequence: the sequence is named, and what follows it never came', async () => {
	await using chat = await openChat({demo: 'stop-sequence'});
	chat.send(lesson);
	const frame = await chat.status('complete');
	assert.match(frame.conversation, /5, 4, 3, 2, 1 .*stop_sequence.*"###"/);
	assert.ok(!chat.text().includes('nobody ever reads'));
	assertFinal(frame);
});

test('unicode: wide, joined, combining and right-to-left text leaves every column straight', async () => {
	await using chat = await openChat({demo: 'unicode'});
	chat.send(lesson);
	const frame = await chat.status('complete');
	for (const text of [
		'日本語のテキスト',
		'한국어도',
		'👨‍👩‍👧‍👦',
		'🏳️‍🌈',
		'🇳🇿',
		'Nguyễn',
		'Z̷̢͠a̸͓͝l̵̰̚g̶̬̈o̷͖͒',
		'שלום',
		'𠜎',
	]) {
		assert.ok(frame.conversation.includes(text), text);
	}

	assert.ok(!chat.text().includes('\uFFFD'));
	assertFinal(frame);
});

test('long: 5,000 deltas all arrive, and the last words are on the screen', async () => {
	await using chat = await openChat({demo: 'long'});
	chat.send(lesson);
	const text = [...[essay, languageModels, macaws].join('\n\n')].slice(0, 10_000).join('');
	const lastWords = text.slice(-40).replaceAll(/\s+/g, ' ');
	const frame = await chat.status('complete');
	assert.ok(frame.conversation.endsWith(lastWords), frame.conversation.slice(-100));
	const last = Number.parseInt(frame.log.at(-1) ?? '', 10);
	assert.ok(last > 5000, frame.log.at(-1));
	assert.equal(frame.events.at(-1), 'end');
	assertFinal(frame);
});

test('burst: what comes in a few reads is shown whole', async () => {
	await using chat = await openChat({demo: 'burst'});
	chat.send(lesson);
	const frame = await chat.status('complete');
	assert.ok(includesAny(frame.conversation, sentences), frame.conversation);
	assert.equal(frame.events.at(-2), 'message_stop');
	assertFinal(frame);
});

test('stall: while only pings come, the screen says how long it has been silent', async () => {
	await using chat = await openChat({demo: 'stall', speed: 4});
	chat.send(lesson);
	await chat.frame(
		({status, events}) => /streaming.*ping.*content \d/.test(status) && events.at(-1) === 'ping',
	);
	const frame = await chat.status('complete');
	assert.ok(frame.events.filter(name => name === 'ping').length >= 4);
	assertFinal(frame);
});

test('rate-limited: the refused attempt stays in the log, and the SDK’s second one brings the answer', async () => {
	await using chat = await openChat({demo: 'rate-limited'});
	chat.send(lesson);
	const frame = await chat.status('complete');
	assert.deepEqual(frame.events.slice(0, 5), ['request', 'response', 'body', 'request', 'response']);
	assert.match(frame.log[1] ?? '', /429/);
	assert.match(frame.log[2] ?? '', /error/);
	assert.match(frame.log[4] ?? '', /200/);
	assert.ok(includesAny(frame.conversation, sentences), frame.conversation);
	assertFinal(frame);
});

test('overloaded: an error in mid-stream keeps what had come and says what to do; the next try succeeds', async () => {
	await using chat = await openChat({demo: 'overloaded'});
	chat.send(lesson);
	const frame = await chat.status('failed');
	assert.match(frame.log[1] ?? '', /529/);
	assert.deepEqual(runs(frame.events).slice(-3), ['content_block_delta', 'error', 'end']);
	assert.match(frame.conversation, /The API is overloaded .*Overloaded .*req_\w+ .*retry/);
	assert.ok(
		includesAny(
			frame.conversation,
			sentences.map(sentence => sentence.split(' ', 1).join()),
		),
	);

	chat.send(lesson);
	const second = await chat.status('complete');
	assert.ok(includesAny(second.conversation, sentences), second.conversation);
	assertFinal(second);
});

test('cut-off: the broken event stays visible, with what had come before it', async () => {
	await using chat = await openChat({demo: 'cut-off'});
	chat.send(lesson);
	const frame = await chat.status('failed');
	assert.match(frame.conversation, /\w+ .*The connection was lost in mid-stream/);
	assert.match(frame.log.at(-2) ?? '', /content_block_delta .*cut off/);
	assert.equal(frame.events.at(-1), 'end');
});

test('malformed: unknown events and blocks are shown and kept, broken JSON is where the SDK throws', async () => {
	await using chat = await openChat({demo: 'malformed'});
	chat.send(lesson);
	const frame = await chat.status('failed');
	assert.ok(frame.events.includes('message_annotation'));
	assert.match(frame.log.join('\n'), /mood_delta/);
	assert.match(frame.conversation, /hologram .*"frames": 3/);
	assert.match(frame.conversation, /The stream contains invalid JSON/);
	assert.match(frame.inspector, /"type": "hologram"/);
	assert.match(frame.log.at(-2) ?? '', /! .*content_block_delta/);
});
