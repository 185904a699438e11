import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {openChat} from '../helpers/open-chat.js';

/** A terminal that answers the first five questions for the cursor's place with these columns. */
function placing(...columns: readonly number[]): (reply: string) => string {
	const left = [...columns];
	return reply =>
		reply.replaceAll(/(\u001B\[\d+;)\d+R/g, (whole, start) => {
			const column = left.shift();
			return column === undefined ? whole : `${start}${column}R`;
		});
}

/** Every sample is drawn in two cells, so the cursor is in the third column. */
const modern = () => placing(3, 3, 3, 3, 3);
const xterm = () => placing(7, 5, 3, 2, 2);

const family = '👨‍👩‍👧';

/** The row of the table that shows a family, as the program has drawn it. */
async function familyRow(
	options: Pick<Parameters<typeof openChat>[0], 'changeReply' | 'args'>,
): Promise<string> {
	await using chat = await openChat({demo: 'unicode', ...options});
	chat.send('hello');
	const {rows} = await chat.frame(
		({status, conversation}) => status.includes('complete') && conversation.includes('Emoji'),
	);
	return rows.find(row => /Emoji +│/.test(row)) ?? '';
}

describe('the width of emoji', () => {
	it('is that of a cluster in a terminal that answers so', async () => {
		assert.match(await familyRow({changeReply: modern()}), new RegExp(`Emoji +│ ${family} +│ 2`));
	});

	it('is kept by a simpler emoji in a terminal that adds up code points', async () => {
		assert.match(await familyRow({changeReply: xterm()}), /Emoji +│ 👨 +│ 2/);
	});

	it('is that of --width-model, whatever the terminal answers', async () => {
		assert.match(await familyRow({changeReply: modern(), args: ['--width-model', 'wcwidth']}), /│ 👨 +│/);
		assert.match(
			await familyRow({changeReply: xterm(), args: ['--width-model', 'grapheme']}),
			new RegExp(`│ ${family} +│`),
		);
	});

	it('leaves no reply in the prompt', async () => {
		await using chat = await openChat({demo: 'unicode', changeReply: xterm()});
		chat.write('typed');
		await chat.waitFor('> typed');
	});
});
