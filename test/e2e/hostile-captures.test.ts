import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {encodeSse} from '../../source/wire/encode-sse.js';
import type {JsonObject} from '../../source/wire/json.js';
import {serve, writeStream} from '../helpers/capture-server.js';
import {type Chat, type ChatFrame, openChat} from '../helpers/open-chat.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {initialTerminalModes} from '../helpers/terminal-modes.js';
import {
	blockDelta,
	blockStart,
	blockStop,
	end,
	message,
	messageDelta,
	messageStart,
	messageStop,
	type SampleEvent,
	text,
	textBlock,
	toWire,
} from '../messages/conformance/sample-stream.js';

const error = (fields: JsonObject) => ({type: 'error', error: fields});
const deep = `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`;

/** Streams that once ended the program, and the outcome that the chat names. */
const captures: ReadonlyArray<{
	readonly name: string;
	readonly outcome: 'complete' | 'failed' | 'stopped: toString';
	readonly events: readonly SampleEvent[];
}> = [
	{
		name: 'a delta of the type constructor',
		outcome: 'complete',
		events: message(
			blockStart(0),
			text(0, 'Cats'),
			blockDelta(0, {type: 'constructor', text: 'x'}),
			blockStop(0),
		),
	},
	{
		name: 'an error of the type __proto__',
		outcome: 'failed',
		events: [messageStart(), blockStart(0), text(0, 'Cats'), error({type: '__proto__', message: 'm'})],
	},
	{
		name: 'an event named __proto__',
		outcome: 'complete',
		events: message({event: '__proto__', data: '{"type":"__proto__"}'}, ...textBlock(0)),
	},
	{
		name: 'toString as the reason to stop',
		outcome: 'stopped: toString',
		events: [messageStart(), ...textBlock(0), messageDelta('toString'), messageStop],
	},
	{
		name: 'an error whose message is an object',
		outcome: 'failed',
		events: [messageStart(), ...textBlock(0), error({type: 'api_error', message: {reason: 'quota'}})],
	},
	{
		name: 'usage of 2000 levels',
		outcome: 'complete',
		events: [
			{
				event: 'message_start',
				data: JSON.stringify(messageStart()).replace('"input_tokens":9', `"z":${deep},"input_tokens":9`),
			},
			...textBlock(0),
			...end,
		],
	},
];

const bodyOf = (events: readonly SampleEvent[]) => events.map(toWire).map(encodeSse).join('');

const tabs = ['Message', 'Event', 'Timeline', 'Usage', 'Request', 'Findings', 'Stats', 'Bytes'];

/** The playhead as the scrubber shows it: `7/15`. */
const placeOf = ({rows}: ChatFrame) => /\d+\/\d+/.exec(rows.at(-2) ?? '')?.[0];

const leave = async (chat: Chat, ...keys: readonly string[]) => {
	chat.press(...keys);
	assert.deepEqual(await chat.exited, {code: 0, signal: null});
	assert.deepEqual(chat.modes(), initialTerminalModes);
};

for (const {name, events} of captures) {
	test(`the player shows ${name} to its end, in each tab`, async () => {
		using folder = temporaryFolder();
		const file = path.join(folder.path, 'capture.sse');
		writeFileSync(file, bodyOf(events));
		await using player = await openChat({args: ['replay', '--paused', file]});
		// The last row is selected, and the playhead is brought to it.
		player.press('end', 'o');
		const last = await player.frame(frame => /^(\d+)\/\1$/.test(placeOf(frame) ?? ''));
		assert.match(last.conversation, /Cats/);
		for (const [index, tab] of tabs.entries()) {
			player.press(String(index + 1));
			const {panes, rows} = await player.frame(frame => frame.rows.some(row => row.includes(`▸${tab}`)));
			assert.notEqual(panes.at(-1)?.rows.slice(1).join('').trim(), '');
			assert.doesNotMatch(rows.join('\n'), /could not be/);
		}

		player.press('home', 'o');
		await player.frame(({conversation}) => !conversation.includes('Cats'));
		await leave(player, 'q');
	});
}

test('a chat takes each of these answers, one after the other, and --continue opens their session', async () => {
	using home = temporaryFolder();
	const left = [...captures];
	await using api = await serve((response, body) => {
		const next = body === '' ? undefined : left.shift();
		if (next === undefined) {
			response.writeHead(404).end();
		} else {
			writeStream(response, bodyOf(next.events));
		}
	});
	const args = ['--base-url', api.url];
	const options = {env: {ANTHROPIC_API_KEY: 'sk-ant-test'}, home: home.path};
	await using chat = await openChat({...options, args});
	for (const [index, {outcome}] of captures.entries()) {
		chat.send(`Question ${index + 1}`);
		await chat.frame(
			({conversation, status}) => conversation.includes(`Question ${index + 1} `) && status.includes(outcome),
		);
	}

	chat.send('quit');
	await leave(chat);
	await using later = await openChat({...options, args: [...args, '--continue']});
	await later.frame(({conversation}) => new RegExp(`Question ${captures.length} .*Cats`).test(conversation));
	later.send('quit');
	await leave(later);
});
