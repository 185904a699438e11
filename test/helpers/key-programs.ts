// The built program with one recording, as a chat and as its player, and as a chat whose last answer calls a tool.

import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {encodeLine} from '../../source/recording/recording-format.js';
import {calledTools} from './called-tools.js';
import {keySequence} from './key-sequence.js';
import {type Chat, openChat} from './open-chat.js';
import {richRecording} from './rich-recording.js';
import {temporaryFolder} from './temporary-folder.js';

export type Player = 'chat' | 'replay' | 'calls' | 'start';

/** The programs in which keys are tried. */
export type Programs = Disposable & {
	readonly get: (player: Player) => Promise<Chat>;
	/** Reports that the program has ended. The next case gets a new one. */
	readonly forget: (player: Player) => Promise<void>;
	readonly close: () => Promise<void>;
};

/** A chat and a player of the same recording, a chat that waits for a tool, and one in which nothing was asked, each started when first needed. */
export const openPrograms = (options: Parameters<typeof openChat>[0]): Programs => {
	const folder = temporaryFolder();
	const file = path.join(folder.path, 'keys.ndjson');
	const open = new Map<Player, Promise<Chat>>();
	writeFileSync(file, richRecording());
	const calls = path.join(folder.path, 'calls.ndjson');
	writeFileSync(
		calls,
		calledTools([{id: 'toolu_1', name: 'clock'}])
			.map(event => encodeLine(event))
			.join(''),
	);
	const tools = path.join(folder.path, 'tools.json');
	const clock = {name: 'clock', input_schema: {type: 'object'}, command: ['sleep', '60']};
	writeFileSync(tools, JSON.stringify([clock]));
	const args: Readonly<Record<Player, readonly string[]>> = {
		chat: ['--no-record', '--resume', file],
		replay: ['replay', '--paused', file],
		calls: ['--no-record', '--resume', calls, '--tools', tools],
		start: ['--no-record', '--demo', '--demo-speed', 'max'],
	};
	const start = async (player: Player): Promise<Chat> => {
		const chat = await openChat({
			columns: 120,
			rows: 40,
			...options,
			args: [...args[player], ...(player === 'replay' ? [] : (options.args ?? []))],
		});
		return options.kittyKeyboard === true ? withKittyKeys(chat) : chat;
	};

	const forget = async (player: Player) => {
		const chat = await open.get(player);
		open.delete(player);
		await chat?.close();
	};

	return {
		get(player) {
			const chat = open.get(player) ?? start(player);
			open.set(player, chat);
			return chat;
		},
		forget,
		async close() {
			await forget('chat');
			await forget('replay');
			await forget('calls');
			await forget('start');
		},
		[Symbol.dispose]: () => folder[Symbol.dispose](),
	};
};

/**
 * Sends every key in the kitty protocol, even if the program has not asked for it. Ink waits only 200 ms for the terminal to report the
 * protocol, which is too short on a busy machine, and reads such keys in any case.
 */
const withKittyKeys = (chat: Chat): Chat => ({
	...chat,
	press(...keys) {
		for (const key of keys) {
			chat.write(keySequence(key, {...chat.modes(), kittyKeyboard: 5}));
		}
	},
});
