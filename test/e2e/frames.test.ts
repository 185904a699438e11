import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sentences} from '../../source/demo/texts/short-answers.js';
import {type Chat, type ChatFrame, openChat} from '../helpers/open-chat.js';
import {focusOf} from '../helpers/screen-facts.js';

const sizes: ReadonlyArray<readonly [columns: number, rows: number, panes: number]> = [
	[40, 10, 3],
	[60, 20, 3],
	[80, 24, 3],
	[100, 30, 3],
	[120, 40, 4],
	[200, 50, 4],
	[300, 20, 4],
];

/** Input methods show what they compose where the cursor stands. */
const assertCursorInPrompt = (chat: Chat, {panes}: ChatFrame) => {
	const prompt = panes.at(-1);
	const {x, y, visible} = chat.cursor();
	assert.deepEqual({x: x - (prompt?.x ?? 0), y: y - (prompt?.y ?? 0), visible}, {x: 2, y: 1, visible: true});
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

		// Tab goes through all four panes; on a narrow screen the inspector takes the place of the log.
		const titles = new Set<string>();
		for (let step = 0; step < 4; step++) {
			const focused = await chat.frame(frame => focusOf(frame) !== '');
			titles.add(focusOf(focused));
			assert.equal(focused.panes.filter(({isFocused}) => isFocused).length, 1);
			const before = focusOf(focused);
			chat.press('tab');
			await chat.frame(frame => !['', before].includes(focusOf(frame)));
		}

		assert.equal(titles.size, 4);
		chat.press('f1');
		const help = await chat.frame(frame => frame.panes.length === 2 && frame.rows.join('\n').includes('Esc'));
		assert.equal(help.panes[0]?.width, columns);
		chat.press('escape');
		await chat.frame(frame => frame.panes.length === panes);
	});
}
