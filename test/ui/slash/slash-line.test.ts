import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {slashCommands} from '../../../source/ui/slash/slash-commands.js';
import {isSlashLine, promptToSend, runSlashLine} from '../../../source/ui/slash/slash-line.js';
import type {SlashReply} from '../../../source/ui/slash/slash-reply.js';
import {createSlashContext, type SlashContextOptions} from '../../helpers/slash-context.js';

/** Runs lines one after the other and gives what the last one said, what was done, and the settings at the end. */
const run = async (lines: readonly string[], options?: SlashContextOptions) => {
	const {context, done} = createSlashContext(options);
	let reply: SlashReply | undefined;
	for (const line of lines) {
		reply = await runSlashLine(line, context);
	}

	assert.ok(reply);
	return {...reply, done, settings: context.settings.state, context};
};

const assertRefused = async (line: string, words: RegExp, options?: SlashContextOptions) => {
	const {context: before} = createSlashContext(options);
	const {text, isProblem, done, settings} = await run([line], options);
	assert.equal(isProblem, true, line);
	assert.match(text ?? '', words);
	assert.deepEqual(done, []);
	assert.deepEqual(settings, before.settings.state);
};

test('/model shows the model, and accepts any name', async () => {
	assert.equal((await run(['/model'])).text, 'The model is claude-one. Usage: /model [name] [save]');
	const changed = await run(['/model gateway/other:1']);
	assert.equal(changed.text, 'The next message goes to gateway/other:1.');
	assert.equal(changed.settings.model, 'gateway/other:1');
	await assertRefused('/model two words', /no spaces/);
});

test('/system shows, sets and clears the system prompt, with its spaces and lines', async () => {
	assert.match((await run(['/system'])).text ?? '', /^There is no system prompt\./);
	const set = await run(['/system  You are terse.\nVery.  ']);
	assert.equal(set.settings.system, 'You are terse.\nVery.');
	assert.match((await run(['/system Be brief', '/system'])).text ?? '', /^The system prompt is: Be brief/);
	assert.equal((await run(['/system Be brief', '/system off'])).settings.system, undefined);
});

test('/max-tokens accepts whole numbers from 1', async () => {
	assert.match((await run(['/max-tokens'])).text ?? '', /4096/);
	assert.equal((await run(['/max-tokens 12'])).settings.maxTokens, 12);
	for (const wrong of ['0', '-1', '1.5', 'many', '1e3', '99999999999999999999', 'off']) {
		await assertRefused(`/max-tokens ${wrong}`, /number is whole and at least 1/);
	}
});

test('/temperature, which the API refuses now, says what to do', async () => {
	await assertRefused(
		'/temperature 0.5',
		/rejects temperature since its version 2026-10-21\..*--api-version 2023-06-01 --set temperature=1/,
	);
	await assertRefused('/top-p off', /rejects top-p.*--set top_p=1/);
});

test('/effort takes a level or default', async () => {
	assert.match((await run(['/effort'])).text ?? '', /left to the API/);
	assert.equal((await run(['/effort xhigh'])).settings.effort, 'xhigh');
	assert.equal((await run(['/effort low', '/effort default'])).settings.effort, undefined);
	await assertRefused('/effort much', /level \| default.*low, medium, high, xhigh, max/);
});

test('/set puts JSON at a path, the settings that have a command stay theirs, and /unset takes it out', async () => {
	const set = await run(['/set speed "fast"', '/set tools.0.name "x"', '/set speed "standard"']);
	assert.equal(set.text, 'speed is "standard" from now on.');
	assert.deepEqual(set.settings.set, [
		{path: 'tools.0.name', value: 'x'},
		{path: 'speed', value: 'standard'},
	]);
	const known = await run(['/set max_tokens 7', '/set output_config.effort "low"']);
	assert.deepEqual([known.settings.maxTokens, known.settings.effort, known.settings.set], [7, 'low', []]);
	assert.deepEqual((await run(['/set tools.0.name "x"', '/unset tools'])).settings.set, undefined);
	assert.match((await run(['/set speed "fast"', '/set'])).text ?? '', /^Set: speed "fast"\./);
	await assertRefused('/set speed fast', /Text needs double quotes/);
	await assertRefused('/set speed', /Usage: \/set \[path json\]/);
	await assertRefused('/unset speed', /Nothing is set at speed\. No field is set\./);
});

test('a command of a setting takes back what was set by its path', async () => {
	const {settings} = await run(['/thinking adaptive', '/set thinking.display "omitted"', '/thinking off']);
	assert.deepEqual([settings.thinking, settings.set], ['off', undefined]);
});

test('/beta turns betas on, once each, and off', async () => {
	assert.deepEqual((await run(['/beta a-1', '/beta b-2', '/beta a-1'])).settings.betas, ['a-1', 'b-2']);
	assert.equal((await run(['/beta a-1', '/beta'])).text, 'Betas: a-1. Usage: /beta [name | off]');
	assert.equal((await run(['/beta a-1', '/beta off'])).settings.betas, undefined);
	await assertRefused('/beta a b', /Usage: \/beta \[name/);
});

test('a command that changes a setting says why the next request would be refused; what sends it is refused', async () => {
	const refusal = 'claude-one always thinks. Try /effort low.';
	const {text, isProblem} = await run(['/thinking off'], {refusal});
	assert.deepEqual(
		[text, isProblem],
		[`Thinking from now on: as little as the model can. ${refusal}`, false],
	);
	await assertRefused('/retry', /always thinks/, {refusal});
	await assertRefused('/compare', /always thinks/, {refusal});
});

test('a model that ends says so where it is chosen and where it is asked for', async () => {
	assert.equal(
		(await run(['/model claude-old'])).text,
		'The next message goes to claude-old, which retired on 2026-06-15: use claude-one.',
	);
});

test('/thinking accepts a budget, adaptive, or off', async () => {
	assert.match(
		(await run(['/thinking'])).text ?? '',
		/left to the API.*\[tokens \| adaptive \| off \| default\]/,
	);
	assert.equal((await run(['/thinking 1024'])).settings.thinking, 1024);
	assert.equal((await run(['/thinking adaptive'])).settings.thinking, 'adaptive');
	assert.equal((await run(['/thinking 2000', '/thinking off'])).settings.thinking, 'off');
	assert.equal((await run(['/thinking 2000', '/thinking default'])).settings.thinking, undefined);
	assert.match((await run(['/thinking 2000', '/thinking'])).text ?? '', /up to 2000 tokens/);
	for (const wrong of ['1023', 'on', '2000.5', 'adaptive 1024']) {
		await assertRefused(
			`/thinking ${wrong}`,
			/\[tokens \| adaptive \| off \| default\].*at least 1024 tokens/,
		);
	}
});

test('/stop accepts words, quoted texts, and off', async () => {
	assert.match((await run(['/stop'])).text ?? '', /no stop sequences/);
	const set = await run([String.raw`/stop END "the end" "\n\n" say"so`]);
	assert.deepEqual(set.settings.stopSequences, ['END', 'the end', '\n\n', 'say"so']);
	assert.equal(set.text, String.raw`An answer ends at "END" "the end" "\n\n" "say\"so".`);
	assert.deepEqual((await run(['/stop END', '/stop off'])).settings.stopSequences, []);
	assert.deepEqual((await run(['/stop "off"'])).settings.stopSequences, ['off']);
	for (const wrong of ['"open', '""', String.raw`"\x"`]) {
		await assertRefused(`/stop ${wrong}`, /Usage: \/stop/);
	}
});

test('any stop sequences can be typed as they are shown', async () => {
	const sequences = fc.array(fc.string({minLength: 1, unit: 'grapheme'}), {minLength: 1, maxLength: 4});
	await fc.assert(
		fc.asyncProperty(sequences, async wanted => {
			const typed = wanted.map(sequence => JSON.stringify(sequence)).join(' ');
			assert.deepEqual((await run([`/stop ${typed}`])).settings.stopSequences, wanted);
		}),
	);
});

test('/demo list opens the list of scenarios, which scrolls', async () => {
	const reply = await run(['/demo list']);
	assert.deepEqual([reply.text, reply.prompt, reply.isProblem], [null, '/demo ', false]);
});

test('/demo shows what plays, and accepts a scenario, a speed, or both', async () => {
	assert.match((await run(['/demo'])).text ?? '', /^The demo plays chat at speed 1\./);
	assert.equal((await run(['/demo stall'])).text, 'The demo plays stall at speed 1.');
	assert.equal((await run(['/demo stall 0.25'])).text, 'The demo plays stall at speed 0.25.');
	assert.equal((await run(['/demo max'])).text, 'The demo plays chat at speed max.');
	assert.equal((await run(['/demo max-tokens max'])).text, 'The demo plays max-tokens at speed max.');
	await assertRefused('/demo sleep', /There is no scenario sleep\. Usage: \/demo \[scenario\]/);
	for (const wrong of ['0.2', '11', 'stall fast', 'stall 1 1', '1 stall', 'live now']) {
		await assertRefused(
			`/demo ${wrong}`,
			/Usage: \/demo \[scenario\] \[speed\] \| list \| live\. The speed is 0\.25 to 10 or max/,
		);
	}
});

test('/demo switches between the demo and the live API if there is a credential', async () => {
	const live = await run(['/demo live'], {hasCredential: true});
	assert.deepEqual(
		[live.text, live.isProblem, live.done],
		['The messages go to the live API. This is a new conversation.', false, ['clear']],
	);
	assert.equal(live.context.demo.present(), null);
	assert.deepEqual((await run(['/demo live'], {isLive: true})).done, []);
	await assertRefused('/demo live', /no credential.*ANTHROPIC_API_KEY/);
	assert.match((await run(['/demo'], {isLive: true})).text ?? '', /live API/);
	await assertRefused('/demo 2', /live API has no speed/, {isLive: true});
	const demo = await run(['/demo stall 2'], {isLive: true});
	assert.deepEqual(
		[demo.text, demo.done],
		['The demo plays stall at speed 2. This is a new conversation.', ['clear']],
	);
});

test('/clear starts a new conversation', async () => {
	assert.deepEqual((await run(['/clear'])).done, ['clear']);
	await assertRefused('/clear all', /\/clear takes no argument/);
});

test('/compare asks the last prompt in its place, or another one, and shows the result', async () => {
	const again = await run(['/compare']);
	assert.deepEqual(again.done, ['compare null']);
	assert.equal(again.text, 'Streaming was quicker.');
	assert.deepEqual((await run(['/compare Why?'])).done, ['compare Why?']);
	await assertRefused('/compare', /Nothing has been asked/, {lastPrompt: null});
});

test('/retry asks again and /edit brings the prompt back, except before the first prompt or during an answer', async () => {
	assert.deepEqual((await run(['/retry'])).done, ['retry null']);
	assert.deepEqual((await run(['/retry claude-two'])).done, ['retry claude-two']);
	const edited = await run(['/edit'], {lastPrompt: 'Two\nlines'});
	assert.deepEqual([edited.done, edited.prompt, edited.text], [['edit'], 'Two\nlines', null]);
	await assertRefused('/retry two words', /no spaces/);
	await assertRefused('/edit it', /takes no argument/);
	for (const line of ['/retry', '/edit']) {
		await assertRefused(line, /Nothing has been asked/, {lastPrompt: null});
		await assertRefused(line, /Esc stops it/, {isAnswering: true});
	}
});

test('/copy copies the answer, or a code block by its number', async () => {
	const answer = await run(['/copy']);
	assert.deepEqual([answer.done, answer.text], [['copy Hi.'], 'Copied the answer (OSC 52).']);
	assert.deepEqual((await run(['/copy 1'])).done, ['copy code\n']);
	await assertRefused('/copy 2', /There is no code block 2/);
	await assertRefused('/copy', /There is no answer/, {answer: null});
	for (const wrong of ['0', 'all', '-1', '1 2']) {
		await assertRefused(`/copy ${wrong}`, /Usage: \/copy \[n\]/);
	}
});

test('/events, /theme, /help and /quit work on the screen', async () => {
	assert.equal((await run(['/events'])).text, 'The event log is hidden.');
	assert.equal((await run(['/events', '/events'])).text, 'The event log is shown.');
	assert.equal(
		(await run(['/theme light', '/theme'])).text,
		'The theme is light. Usage: /theme [name] [save]',
	);
	await assertRefused('/theme pink', /no theme pink\. Themes: dark, light, plain/);
	assert.deepEqual((await run(['/help'])).done, ['help']);
	assert.deepEqual((await run(['/diff', '/diff 2 5'])).done, ['diff', 'diff 2 5']);
	await assertRefused('/diff 1 2 3', /Usage: \/diff/);
	await assertRefused('/diff b1', /Usage: \/diff/);
	assert.deepEqual((await run(['/quit'])).done, ['leave']);
	for (const name of ['events', 'help', 'quit']) {
		await assertRefused(`/${name} now`, /takes no argument/);
	}
});

test('an unknown command is named, with the nearest one and the way to send such a text', async () => {
	for (const [typed, meant] of [
		['modle', 'model'],
		['hlep', 'help'],
		['thinkin', 'thinking'],
		['qit', 'quit'],
		['MAX-TOKEN', 'max-tokens'],
	]) {
		await assertRefused(`/${typed} 1`, new RegExp(`no command /${typed}\\. Did you mean /${meant}\\?`));
	}

	await assertRefused('/usr/bin/env', /no command \/usr\/bin\/env.*\/\/ sends a text/);
	await assertRefused('/xxx', /no command \/xxx\. \/help lists/);
});

test('two slashes send a text that begins with one', () => {
	assert.deepEqual(['/x', '//x', 'x', ' /x'].map(isSlashLine), [true, false, false, false]);
	assert.equal(promptToSend('//etc/hosts?'), '/etc/hosts?');
	assert.equal(promptToSend('either // or'), 'either // or');
});

test('every command has a name of its own and one line that says what it does', () => {
	const names = slashCommands.map(({name}) => name);
	assert.deepEqual(names, [...new Set(names)]);
	for (const {name, summary} of slashCommands) {
		assert.match(summary, /^[^\n]{4,60}$/, name);
	}
});

test('no line of any kind throws, and a problem leaves the settings as they were', async () => {
	const line = fc
		.tuple(
			fc.oneof(fc.constantFrom(...slashCommands.map(({name}) => name)), fc.string()),
			fc.string({unit: 'binary'}),
		)
		.map(([name, argument]) => `/${name} ${argument}`);
	await fc.assert(
		fc.asyncProperty(line, async typed => {
			const {context} = createSlashContext();
			const before = context.settings.state;
			const {isProblem} = await runSlashLine(typed, context);
			if (isProblem) {
				assert.equal(context.settings.state, before);
			}
		}),
	);
});

test('a command that changes settings says which key keeps them, unless it keeps or refuses them', async () => {
	const {context, done} = createSlashContext({offers: true});
	const run = async (line: string) => (await runSlashLine(line, context)).text ?? '';
	assert.equal(await run('/theme light'), 'The theme is light. Ctrl+S keeps theme for the next start.');
	assert.equal(await run('/theme light'), 'The theme is light.');
	assert.match(await run('/demo stall 4'), /Ctrl\+S keeps demoSpeed for the next start\.$/);
	assert.match(await run('/effort high'), /Ctrl\+S keeps effort for the next start\.$/);
	assert.match(await run('/events'), /Ctrl\+S keeps events for the next start\.$/);
	for (const line of [
		'/theme dark save',
		'/theme pink',
		'/mouse',
		'/config theme light',
		'/layout',
		'/model',
	]) {
		assert.doesNotMatch(await run(line), /Ctrl\+S/);
	}

	assert.deepEqual(done, ['keep theme "dark"', 'keep mouse true', 'keep theme "light"']);
});
