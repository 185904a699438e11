import assert from 'node:assert/strict';
import {test} from 'node:test';
import {runSlashLine} from '../../../source/ui/slash/slash-line.js';
import {createSlashContext, type SlashContextOptions} from '../../helpers/slash-context.js';

const open = (options: SlashContextOptions = {}) => {
	const {context, done} = createSlashContext(options);
	return {context, done, run: async (line: string) => runSlashLine(line, context)};
};

test('/mouse takes the mouse and gives it back, and is remembered', async () => {
	const {run, done, context} = open();
	assert.match((await run('/mouse')).text ?? '', /^The wheel scrolls the pane under it, .* Kept\.$/);
	assert.equal(context.screen.hasMouse(), true);
	assert.equal((await run('/mouse off')).text, 'The mouse is the terminal’s. Kept.');
	assert.equal(context.screen.hasMouse(), false);
	assert.deepEqual(done, ['keep mouse true', 'keep mouse false']);
	assert.equal((await run('/mouse perhaps')).isProblem, true);
});

test('a mouse that cannot be remembered is still taken', async () => {
	const {run, context} = open({isReadOnly: true});
	const reply = await run('/mouse on');
	assert.equal(reply.isProblem, true);
	assert.match(reply.text ?? '', /^The wheel scrolls .* Cannot write config\.json/);
	assert.equal(context.screen.hasMouse(), true);
});

test('/markdown changes how answers are shown, and save keeps it', async () => {
	const {run, done, context} = open();
	assert.equal((await run('/markdown')).text, 'Answers are shown as plain text.');
	assert.equal((await run('/markdown on save')).text, 'Answers are shown rendered. Kept.');
	assert.equal(context.screen.isMarkdown(), true);
	assert.deepEqual(done, ['keep markdown true']);
});

test('/step tells whether every prompt stops at its request, and changes and keeps it', async () => {
	const {run, done, context} = open();
	assert.match(
		(await run('/step')).text ?? '',
		/^Answers are shown as they come\. .* Usage: \/step \[on \| off\]/,
	);
	assert.equal(context.screen.isStepping(), false);
	assert.match((await run('/step on')).text ?? '', /^Every prompt stops at its request: \. brings one event/);
	assert.equal(context.screen.isStepping(), true);
	assert.match((await run('/step off save')).text ?? '', /Alt\+Enter sends one prompt .* Kept\.$/);
	assert.deepEqual(done, ['keep step false']);
	assert.equal((await run('/step maybe')).isProblem, true);
});

test('/layout says, keeps and resets the sizes of the panes', async () => {
	const {run, done, context} = open();
	assert.equal(
		(await run('/layout')).text,
		'Event log: half of the screen; inspector: closed; side by side, the conversation has 30 %. /layout save keeps it.',
	);
	assert.match((await run('/layout save')).text ?? '', /^The layout is kept: Event log: half/);
	assert.deepEqual(done, [
		'keep log "half"',
		'keep inspector "closed"',
		'keep split 0.3',
		'keep logShare 0.55',
		'keep columns "auto"',
	]);
	await run('/layout reset');
	assert.equal(context.screen.layout().logSize, 'third');
	assert.deepEqual(
		done.slice(5),
		['log', 'inspector', 'split', 'logShare', 'columns'].map(name => `keep ${name} undefined`),
	);
});

test('/notify says and changes how one is called, tries it, and save keeps it', async () => {
	const {run, done, context} = open();
	assert.match((await run('/notify')).text ?? '', /^While the terminal is not focused, /);
	assert.match((await run('/notify bell')).text ?? '', /^You are called by the bell, except /);
	assert.equal(context.screen.notify(), 'bell');
	assert.match((await run('/notify off save')).text ?? '', /^You are not called\. Kept\.$/);
	assert.match((await run('/notify save')).text ?? '', /Kept\.$/);
	assert.equal((await run('/notify test')).text, 'Sent: the bell. The terminal says that it is not focused.');
	assert.deepEqual(done, ['keep notify "off"', 'keep notify "off"', 'testNotify']);
	assert.equal((await run('/notify loudly')).isProblem, true);
});
