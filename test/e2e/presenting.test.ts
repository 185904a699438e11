import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type ChatFrame, openChat} from '../helpers/open-chat.js';
import {focusOf, playheadOf} from '../helpers/screen-facts.js';

const presented = ({panes}: ChatFrame) => panes.find(({title}) => title.startsWith('Event '));

/** The kind of the presented event, wherever it stands: in letters, or drawn. */
const factsOf = (frame: ChatFrame) =>
	presented(frame)?.rows.find(row => /^ *[│●┌└◆■·═→←] [a-z_]+/.test(row)) ?? '';

const sizes = [
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
	{columns: 200, rows: 50},
];

describe('presenting', () => {
	for (const {columns, rows} of sizes) {
		it(`shows one event large at ${columns}×${rows}, and the panes again after F2`, async () => {
			await using chat = await openChat({demo: 'chat', columns, rows});
			chat.send('Write me a 3 word sentence, without a preamble.');
			await chat.status('complete');
			chat.press('f2');
			const frame = await chat.frame(seen => presented(seen) !== undefined);
			const pane = presented(frame);
			assert.ok(pane);
			// Half blocks or whole ones: letters that are three rows high at least.
			assert.ok(
				pane.rows.some(
					(_, index) => pane.rows.slice(index, index + 3).filter(row => /[█▀▄]/.test(row)).length === 3,
				),
				pane.rows.join('\n'),
			);
			assert.match(factsOf(frame), /═ end · complete/);
			assert.ok(pane.rows.some(row => row.includes('The exchange is over, and the message is complete.')));
			assert.match(pane.rows.at(-1) ?? '', /│ text {2}│ thinking/);
			assert.match(pane.rows.at(-2) ?? '', /◆ msg_delta {2}■ msg_stop {2}═ end/);
			assert.match(frame.conversation, /Cats meow loudly/);

			// From the prompt back to the event: the inspector is not there.
			chat.press('shift+tab', 'k', 'k');
			const earlier = await chat.frame(seen => factsOf(seen).includes('message_delta'));
			assert.ok(presented(earlier)?.rows.some(row => row.includes('stop_reason')));
			chat.press('f2');
			await chat.frame(({panes}) => panes.some(({title}) => title.startsWith('Events')));
		});
	}

	it('slows the demo down, and lets it go on at its speed afterwards', async () => {
		await using chat = await openChat({demo: 'chat', speed: 'max', columns: 120, rows: 40});
		chat.press('f2');
		await chat.frame(({panes}) => panes.length === 3);
		chat.send('hello');
		const frame = await chat.frame(seen => factsOf(seen).includes('content_block_delta'));
		assert.match(frame.status, /streaming/);
		assert.ok(
			presented(frame)?.rows.some(row => row.includes('Append delta.text to the text of block index.')),
		);
		chat.press('f2');
		// At the pace of the presentation the rest would take longer than this.
		await chat.status('complete', 15_000);
	});

	it('stands at the request of each prompt after /step on, and each step brings one event', async () => {
		await using chat = await openChat({demo: 'chat', speed: 'max', columns: 120, rows: 40});
		await chat.sendEach('/step on', 'hello');
		const stopped = await chat.frame(({status}) => status.includes('sent: . brings the next event'));
		assert.match(playheadOf(stopped), /^1\//);
		assert.equal(focusOf(stopped), 'Events');
		await chat.frame(({rows}) => rows.some(row => /[2-9] events wait/.test(row)));
		chat.press('.', '.');
		await chat.frame(frame => playheadOf(frame).startsWith('3/'), 3000);
		chat.press('0');
		const live = await chat.status('complete');
		assert.equal(playheadOf(live), 'live');
	});

	it('gives the whole body to the event on a small screen', async () => {
		await using chat = await openChat({demo: 'chat', columns: 40, rows: 10});
		chat.press('f2');
		const frame = await chat.frame(({panes}) => presented({panes} as ChatFrame) !== undefined);
		assert.equal(presented(frame)?.width, 40);
	});
});
