import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {rowWidth} from '../../../source/text/segment.js';
import {layoutPanel, type PanelContent} from '../../../source/ui/prompt/prompt-panel.js';
import {slashMenu, untouchedMenu} from '../../../source/ui/slash/slash-menu.js';
import {refused, said} from '../../../source/ui/slash/slash-reply.js';
import {createSlashContext} from '../../helpers/slash-context.js';

const nothing: PanelContent = {queued: [], menu: null, reply: null};
const menuFor = (text: string) => slashMenu(text, untouchedMenu, createSlashContext().context);
const lines = (content: Partial<PanelContent>, room = 10, width = 40) =>
	layoutPanel({...nothing, ...content}, {width, room}).rows.map(row => row.map(({text}) => text).join(''));

test('there is no panel if there is nothing to say', () => {
	assert.deepEqual(layoutPanel(nothing, {width: 40, room: 10}), {rows: [], menu: null, height: 0, over: 0});
});

test('a reply is wrapped, with a sign that tells a problem', () => {
	assert.deepEqual(lines({reply: said('One two three four five')}, 10, 16), [
		'  → One two',
		'    three four',
		'    five',
	]);
	assert.deepEqual(lines({reply: refused('No.')}), ['  ✗ No.']);
});

test('a long reply leaves room for the prompt', () => {
	assert.deepEqual(lines({reply: said('word '.repeat(500))}, 3, 12), ['  → word', '    word', '    …']);
	assert.equal(lines({reply: said('word '.repeat(500))}, 30).length, 8);
});

test('queued prompts are listed, with the number of those that do not fit', () => {
	assert.deepEqual(lines({queued: ['Two\nlines', 'Three']}), [
		'  queued › Two⏎lines',
		'  queued (↑ edits) › Three',
	]);
	assert.deepEqual(lines({queued: ['1', '2', '3', '4', '5']}, 2), [
		'  queued › 1',
		'  queued … and 3 more (↑ edits) › 2',
	]);
});

test('the menu is as high as its matches, at most eight rows', () => {
	const all = layoutPanel({...nothing, menu: menuFor('/')}, {width: 40, room: 20});
	const some = layoutPanel({...nothing, menu: menuFor('/mod')}, {width: 40, room: 20});
	const none = layoutPanel({...nothing, menu: menuFor('/xyz')}, {width: 40, room: 20});
	assert.deepEqual([all.height, some.height, none.height], [8, some.menu?.menu.items.length, 1]);
	assert.ok(some.height < 8);
	assert.equal(none.menu, null);
	assert.match(none.rows[0]?.[0]?.text ?? '', /No command begins like that/);
});

test('a menu and a reply are drawn over the panes, and only queued prompts move them', () => {
	const room = {width: 40, room: 10};
	assert.equal(
		layoutPanel({...nothing, queued: ['Two'], menu: menuFor('/mod')}, room).over,
		layoutPanel({...nothing, menu: menuFor('/mod')}, room).height,
	);
	const answered = layoutPanel({...nothing, queued: ['Two'], reply: said('Done.')}, room);
	assert.deepEqual([answered.height, answered.over], [2, 1]);
});

test('the note of a command without choices takes one row', () => {
	assert.deepEqual(lines({menu: menuFor('/system x')}), [
		'  There is no system prompt. Usage: /system [text | off]',
	]);
});

test('a command’s reply is shown instead of its menu', () => {
	const panel = layoutPanel(
		{...nothing, menu: menuFor('/copy'), reply: refused('No.')},
		{width: 40, room: 10},
	);
	assert.deepEqual([panel.menu, panel.height], [null, 1]);
});

test('no panel takes more than its room, nor rows that it does not count', () => {
	const text = fc.oneof(fc.constantFrom('/', '/m', '/model ', '/system ', '/xyz', 'x'), fc.string());
	const reply = fc.option(fc.string({unit: 'binary'}).map(words => said(words)));
	fc.assert(
		fc.property(
			text,
			reply,
			fc.array(fc.string()),
			fc.integer({min: -3, max: 20}),
			(typed, spoken, queued, room) => {
				const content = {queued, menu: menuFor(typed), reply: spoken};
				const panel = layoutPanel(content, {width: 40, room});
				assert.ok(panel.height <= Math.max(0, room));
				assert.equal(panel.rows.length + (panel.menu?.height ?? 0), panel.height);
				if (spoken !== null) {
					assert.ok(panel.rows.slice(queued.length).every(row => rowWidth(row) <= 40));
				}
			},
		),
	);
});
