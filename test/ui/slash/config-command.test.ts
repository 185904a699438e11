import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {SlashContext} from '../../../source/ui/slash/slash-context.js';
import {runSlashLine} from '../../../source/ui/slash/slash-line.js';
import {pressInMenu, slashMenu, untouchedMenu} from '../../../source/ui/slash/slash-menu.js';
import {createSlashContext, type SlashContextOptions} from '../../helpers/slash-context.js';

const open = (options: SlashContextOptions = {}) => {
	const {context, done} = createSlashContext(options);
	return {context, done, run: async (line: string) => runSlashLine(line, context)};
};

test('/config lists each setting with its value and where it comes from', async () => {
	const {run, context} = open();
	assert.equal((await run('/config')).text, 'theme: auto (default)\nmaxTokens: 4096 (--max-tokens)');
	assert.deepEqual(slashMenu('/config ', untouchedMenu, context)?.items, [
		{label: 'theme', description: 'auto · default'},
		{label: 'maxTokens', description: '4096 · --max-tokens'},
	]);
});

test('in the list of /config, Enter goes on to the values of a setting, and then keeps one', () => {
	const {context} = open();
	const first = slashMenu('/config th', untouchedMenu, context);
	assert.ok(first);
	assert.deepEqual(pressInMenu(first, {name: 'enter'}, '/config th'), {kind: 'text', text: '/config theme '});
	const second = slashMenu('/config theme ', untouchedMenu, context);
	assert.deepEqual(
		second?.items.map(({label}) => label),
		['auto', 'dark', 'light', 'reset'],
	);
	const typed = slashMenu('/config theme da', untouchedMenu, context);
	assert.ok(typed);
	assert.deepEqual(pressInMenu(typed, {name: 'enter'}, '/config theme da'), {
		kind: 'run',
		line: '/config theme dark',
	});
});

test('Enter after a setting without listed values shows it and never resets it', async () => {
	const {context, run, done} = open();
	const menu = slashMenu('/config maxTokens ', untouchedMenu, context);
	assert.ok(menu);
	assert.equal(menu.note, 'Use a whole number from 1; reset removes it from the config file.');
	assert.deepEqual(pressInMenu(menu, {name: 'enter'}, '/config maxTokens '), {
		kind: 'run',
		line: '/config maxTokens ',
	});
	assert.match((await run('/config maxTokens ')).text ?? '', /^maxTokens is 4096 \(--max-tokens\)\./);
	assert.deepEqual(done, []);
});

test('/config with a value keeps it, and refuses a setting that does not exist', async () => {
	const {run, done} = open();
	assert.equal((await run('/config maxtokens 9')).text, 'Kept.');
	assert.deepEqual(await run('/config them dark'), {
		text: 'There is no setting them. Did you mean theme?',
		isProblem: true,
		prompt: '',
	});
	assert.deepEqual(done, ['keep maxTokens "9"']);
});

for (const [line, expected] of [
	['/theme light save', 'keep theme "light"'],
	['/theme save', 'keep theme "dark"'],
	['/model claude-two save', 'keep model "claude-two"'],
	['/max-tokens 9000 save', 'keep maxTokens 9000'],
	['/thinking 2048 save', 'keep thinking 2048'],
	['/thinking default save', 'keep thinking undefined'],
	['/effort low save', 'keep effort "low"'],
] as const) {
	test(`${line} does: ${expected}`, async () => {
		const {run, done} = open();
		const {text, isProblem} = await run(line);
		assert.deepEqual([done, isProblem], [[expected], false]);
		assert.match(text ?? '', /Kept\.$/);
	});
}

test('what a command refuses is not kept, and what cannot be kept still counts in this chat', async () => {
	const refusing = open();
	assert.equal((await refusing.run('/theme pink save')).isProblem, true);
	assert.deepEqual(refusing.done, []);
	const {run, context} = open({isReadOnly: true});
	assert.deepEqual(await run('/theme light save'), {
		text: 'The theme is light. Cannot write config.json: the disk is read-only. Sorry.',
		isProblem: true,
		prompt: '',
	});
	assert.equal(context.screen.theme().choice, 'light');
});

test('a system prompt may end with the word save', async () => {
	const {run, context, done} = open();
	await run('/system Help me to save');
	assert.equal(context.settings.state.system, 'Help me to save');
	assert.deepEqual(done, []);
});

test('after a value that can be kept, the menu offers save', () => {
	const {context} = open();
	assert.deepEqual(
		slashMenu('/theme dark s', untouchedMenu, context)?.items.map(({label}) => label),
		['save'],
	);
});

test('a setting for which the next request would be refused is kept, and the refusal is said at once', async () => {
	const refusal = 'The budget is above the maximum.';
	const {context} = open();
	let isRefused = false;
	const refusing: SlashContext = {
		...context,
		requests: {...context.requests, refusal: () => (isRefused ? refusal : null)},
		config: {
			...context.config,
			async set() {
				isRefused = true;
				return 'Kept.';
			},
		},
	};
	assert.equal((await runSlashLine('/config maxTokens 9', refusing)).text, `Kept. ${refusal}`);
	// Said once, not with every setting from then on.
	assert.equal((await runSlashLine('/config theme dark', refusing)).text, 'Kept.');
});

test('a value that is not listed is the first of the list, so that Enter changes nothing', () => {
	const {context} = open();
	const listed = (value: string, values: readonly string[]) => {
		const field = {name: 'demoSpeed', value, from: 'this chat', values, allowed: 'a number'};
		const config = {...context.config, fields: () => [field]};
		const menu = slashMenu('/config demoSpeed ', untouchedMenu, {...context, config});
		return [menu?.items.map(({label}) => label), menu?.selected];
	};
	assert.deepEqual(listed('4', ['max']), [['4', 'max', 'reset'], 0]);
	assert.deepEqual(listed('max', ['slow', 'max']), [['slow', 'max', 'reset'], 1]);
	assert.deepEqual(listed('–', ['low', 'default']), [['low', 'default', 'reset'], 1]);
});
