import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sentences} from '../../source/demo/texts/short-answers.js';
import {type Chat, type ChatFrame, openChat} from '../helpers/open-chat.js';

const sizes: ReadonlyArray<readonly [columns: number, rows: number, panes: number]> = [
	[40, 10, 2],
	[80, 24, 4],
	[120, 40, 4],
	[200, 50, 4],
];

/** Input methods show what they compose where the cursor stands. */
const assertCursorInPrompt = (chat: Chat, {panes}: ChatFrame) => {
	const prompt = panes.at(-1);
	const {x, y, visible} = chat.cursor();
	assert.deepEqual({x: x - (prompt?.x ?? 0), y: y - (prompt?.y ?? 0), visible}, {x: 3, y: 1, visible: true});
};

for (const [columns, rows, panes] of sizes) {
	test(`at ${columns}×${rows} every frame of an exchange is whole, and each pane can be looked at`, async () => {
		await using chat = await openChat({demo: 'chat', columns, rows});
		const idle = await chat.frame(frame => frame.panes.length === panes);
		assert.match(idle.rows[0] ?? '', /streamscope/);
		assert.equal(idle.rows.length, rows);
		assertCursorInPrompt(chat, idle);

		chat.send('Write me a 3 word sentence, without a preamble.');
		const done = await chat.status('complete');
		assert.equal(done.panes.length, panes);
		assert.ok(
			sentences.some(sentence => done.conversation.includes(sentence)),
			done.conversation,
		);
		assertCursorInPrompt(chat, done);

		// Tab goes through all four panes; on a narrow screen each in turn has the room of all.
		const titles = new Set<string>();
		for (let step = 0; step < 4; step++) {
			const focused = await chat.frame(frame => frame.rows.some(row => row.includes('╔')));
			titles.add(focusedTitle(chat));
			assert.equal(focused.panes.filter(pane => chat.cell(pane.x, pane.y).text === '╔').length, 1);
			const before = focusedTitle(chat);
			chat.press('tab');
			await chat.frame(() => focusedTitle(chat) !== before);
		}

		assert.equal(titles.size, 4);
		chat.press('f1');
		const help = await chat.frame(frame => frame.panes.length === 2 && frame.rows.join('\n').includes('Esc'));
		assert.equal(help.panes[0]?.width, columns);
		chat.press('escape');
		await chat.frame(frame => frame.panes.length === panes);
	});
}

/** The title of the pane that has the focus: its frame has double lines. */
const focusedTitle = (chat: Chat): string => {
	const cells = chat.cells();
	for (const row of cells) {
		const start = row.findIndex(({text}) => text === '╔');
		if (start !== -1) {
			return row
				.slice(start)
				.map(({text}) => text)
				.join('')
				.replaceAll(/[╔═╗]+/g, ' ')
				.trim()
				.split(' ', 1)
				.join();
		}
	}

	return '';
};
