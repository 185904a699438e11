import assert from 'node:assert/strict';
import {test} from 'node:test';
import {runSlashLine} from '../../../source/ui/slash/slash-line.js';
import {slashMenu, untouchedMenu} from '../../../source/ui/slash/slash-menu.js';
import {createSlashContext} from '../../helpers/slash-context.js';

test('/unqueue lists the queued prompts, and a number puts one back into the prompt', async () => {
	const {context} = createSlashContext({queued: ['one', 'two'], isAnswering: true});
	assert.deepEqual(slashMenu('/unqueue ', untouchedMenu, context)?.items, [
		{label: '1', description: 'one'},
		{label: '2', description: 'two'},
	]);
	assert.deepEqual(await runSlashLine('/unqueue 1', context), {
		text: 'Enter queues it again, Ctrl+C drops it.',
		isProblem: false,
		prompt: 'one',
	});
	assert.deepEqual(context.conversation.queued(), ['two']);
	assert.equal((await runSlashLine('/unqueue 9', context)).text, 'Usage: /unqueue n, from 1 to 1.');
	await runSlashLine('/unqueue 1', context);
	assert.equal((await runSlashLine('/unqueue 1', context)).text, 'No prompt is queued.');
});
