import assert from 'node:assert/strict';
import path from 'node:path';
import {describe, it} from 'node:test';
import {type Chat, type ChatFrame, openChat} from '../helpers/open-chat.js';
import {lastCopied} from '../helpers/screen-facts.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {initialTerminalModes} from '../helpers/terminal-modes.js';

const columns = 120;
const rows = 40;

const openWithMouse = () => openChat({demo: 'chat', columns, rows, args: ['--mouse']});

/** What a terminal sends for a button at a cell counted from 0. */
const report = (chat: Chat, button: number, x: number, y: number, final = 'M') =>
	chat.write(`\u001B[<${button};${x + 1};${y + 1}${final}`);

const click = (chat: Chat, x: number, y: number) => {
	report(chat, 0, x, y);
	report(chat, 0, x, y, 'm');
};

const pane = ({panes}: ChatFrame, title: string) => {
	const found = panes.find(candidate => candidate.title.startsWith(title));
	assert.ok(found, `no pane ${title}`);
	return found;
};

const answered = async (chat: Chat) => {
	chat.send('hello');
	return chat.status('complete');
};

describe('the mouse', () => {
	it('is left to the terminal unless it is asked for', async () => {
		await using chat = await openChat({demo: 'chat', columns, rows});
		assert.equal(chat.modes().mouseTracking, 'none');
		// 1004 reports the focus of the window.
		assert.doesNotMatch(chat.raw(), /\?100[0-35-6]/);
	});

	it('scrolls the pane under the wheel, whatever has the focus', async () => {
		await using chat = await openWithMouse();
		assert.equal(chat.modes().mouseTracking, 'drag');
		await answered(chat);
		report(chat, 64, 10, 10);
		const scrolled = await chat.frame(frame => pane(frame, 'Conversation').title.includes('turn 1 of 1'));
		assert.match(pane(scrolled, 'Events').title, /following/);
		assert.match(pane(scrolled, 'Prompt').title, /^Prompt$/);

		const log = pane(scrolled, 'Events');
		report(chat, 64, log.x + 5, log.y + 5);
		await chat.frame(frame => /\d+ of \d+/.test(pane(frame, 'Events').title));
		report(chat, 65, log.x + 5, log.y + 5);
		report(chat, 65, 10, 10);
		await chat.frame(frame =>
			['Conversation', 'Events'].every(title => pane(frame, title).title.includes('following')),
		);
	});

	it('selects the event that is clicked, opens a tab and moves the focus', async () => {
		await using chat = await openWithMouse();
		const frame = await answered(chat);
		const log = pane(frame, 'Events');
		const wanted = log.rows[3]?.trim().split(/\s+/)[0];
		click(chat, log.x + 10, log.y + 1 + 3);
		const selected = await chat.frame(seen => pane(seen, 'Events').rows[3]?.startsWith('▸') ?? false);
		assert.equal(pane(selected, 'Events').rows[3]?.slice(1).trim().split(/\s+/)[0], wanted);

		const inspector = pane(selected, 'Message');
		click(chat, inspector.x + 1 + (inspector.rows[0]?.indexOf('Event') ?? 0), inspector.y + 1);
		const opened = await chat.frame(seen => seen.panes.some(({title}) => /^Event( |$)/.test(title)));
		assert.match(opened.inspector, new RegExp(`#${wanted} `));

		click(chat, 10, rows - 3);
		chat.write('typed');
		await chat.frame(seen => pane(seen, 'Prompt').rows[0]?.includes('> typed') ?? false);
	});

	it('selects the event that brought the word that is clicked in the conversation', async () => {
		await using chat = await openWithMouse();
		chat.send('Write me a 3 word sentence, without a preamble.');
		const frame = await chat.status('complete');
		const history = pane(frame, 'Conversation');
		const row = history.rows.findIndex(line => line.includes('Cats meow loudly'));
		const column = (history.rows[row] ?? '').indexOf('meow') + 1;
		click(chat, history.x + 1 + column, history.y + 1 + row);
		const selected = await chat.frame(({log}) =>
			log.some(line => /^▸.*content_block_delta.*meow/.test(line)),
		);
		assert.match(pane(selected, 'Conversation').title, /following/);
	});

	it('moves the playhead to where the scrubber is pressed', async () => {
		await using chat = await openWithMouse();
		const frame = await answered(chat);
		const log = pane(frame, 'Events');
		click(chat, log.x + 10, log.y + 4);
		chat.press(',');
		const stepped = await chat.waitFor(/❚❚.* \d+\/\d+ /).then(() => chat.screen());
		const y = stepped.findIndex(row => row.includes('❚❚'));
		const [, total] = / \d+\/(\d+) /.exec(stepped[y] ?? '') ?? [];
		// The event before the last one may be a cell to the left of the end, which the playhead covers otherwise.
		const end = Math.max((stepped[y] ?? '').indexOf('▲'), (stepped[y] ?? '').lastIndexOf('┃'));
		// A press on a track counts as well.
		const start = (stepped[y] ?? '').indexOf('┃');
		click(chat, start, y - 1);
		await chat.waitFor(` 1/${total} `);
		click(chat, end, y);
		await chat.waitFor(` ${total}/${total} `);
	});

	it('copies what a drag covers, without what is beside the pane', async () => {
		await using chat = await openWithMouse();
		chat.send('Write me a 3 word sentence, without a preamble.');
		const frame = await chat.status('complete');
		const {conversation} = frame;
		assert.match(conversation, /Cats meow loudly\./);
		const y = frame.rows.findIndex(row => row.includes('Cats meow loudly.'));
		report(chat, 0, 1, y);
		report(chat, 32, columns - 1, y);
		report(chat, 0, columns - 1, y, 'm');
		await chat.waitFor('selection copied (sent to the terminal, not confirmed)');
		assert.equal(lastCopied(chat), 'Cats meow loudly.');
	});

	it('is taken and given back by /mouse, which the next start remembers', async () => {
		using home = temporaryFolder();
		const env = {STREAMSCOPE_HOME: path.join(home.path, 'data')};
		const open = () => openChat({demo: 'chat', columns, rows, env, home: home.path});
		await using first = await open();
		first.send('/mouse');
		await first.waitFor('Kept in');
		assert.equal(first.modes().mouseTracking, 'drag');
		first.send('quit');
		await first.exited;
		assert.deepEqual(first.modes(), initialTerminalModes);
		await using second = await open();
		assert.equal(second.modes().mouseTracking, 'drag');
		await second.sendEach('/mouse off');
		await second.waitFor('The mouse is the terminal’s.');
		assert.equal(second.modes().mouseTracking, 'none');
	});

	it('puts the cursor where the prompt is clicked', async () => {
		await using chat = await openWithMouse();
		chat.write('one two');
		const frame = await chat.frame(seen => pane(seen, 'Prompt').rows[0] === '> one two');
		click(chat, 2 + 4, pane(frame, 'Prompt').y + 1);
		chat.write('x');
		await chat.frame(seen => pane(seen, 'Prompt').rows[0] === '> one xtwo');
	});

	it('types nothing, also where a report is cut between two reads', async () => {
		await using chat = await openWithMouse();
		chat.write('a\u001B[<0;5;');
		await chat.frame(frame => pane(frame, 'Prompt').rows[0] === '> a');
		chat.write('38Mb\u001B[<35;7;7M\u001B[<2;9;9Mc');
		await chat.frame(frame => pane(frame, 'Prompt').rows[0] === '> abc');
	});

	for (const way of ['quit', 'ctrl+c', 'SIGTERM', 'SIGHUP'] as const) {
		it(`is the terminal's again after ${way}`, async () => {
			await using chat = await openWithMouse();
			assert.equal(chat.modes().mouseTracking, 'drag');
			if (way === 'quit') {
				chat.send('quit');
			} else if (way === 'ctrl+c') {
				chat.press('ctrl+c', 'ctrl+c');
			} else {
				chat.kill(way);
			}

			await chat.exited;
			assert.deepEqual(chat.modes(), initialTerminalModes);
		});
	}
});
