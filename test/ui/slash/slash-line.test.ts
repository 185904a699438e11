import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {slashCommands} from '../../../source/ui/slash/slash-commands.js';
import {isSlashLine, runSlashLine, textToSend} from '../../../source/ui/slash/slash-line.js';
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

test('/model says which model is asked, and takes any name', async () => {
	assert.equal((await run(['/model'])).text, 'The model is claude-one. Usage: /model [name]');
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

test('/max-tokens takes whole numbers from 1', async () => {
	assert.match((await run(['/max-tokens'])).text ?? '', /4096/);
	assert.equal((await run(['/max-tokens 12'])).settings.maxTokens, 12);
	for (const wrong of ['0', '-1', '1.5', 'many', '1e3', '99999999999999999999', 'off']) {
		await assertRefused(`/max-tokens ${wrong}`, /number is whole and at least 1/);
	}
});

test('/temperature takes a number from 0 to 1, or off', async () => {
	assert.match((await run(['/temperature'])).text ?? '', /left to the API/);
	assert.equal((await run(['/temperature 0'])).settings.temperature, 0);
	assert.equal((await run(['/temperature .5'])).settings.temperature, 0.5);
	assert.match((await run(['/temperature 1.0', '/temperature'])).text ?? '', /is 1\./);
	assert.equal((await run(['/temperature 1', '/temperature off'])).settings.temperature, undefined);
	for (const wrong of ['1.01', '-0.5', 'hot', '.', '0,5', 'NaN', '1e-1']) {
		await assertRefused(`/temperature ${wrong}`, /\| off\].*from 0 to 1/);
	}
});

test('/thinking takes a budget, adaptive, or off', async () => {
	assert.match((await run(['/thinking'])).text ?? '', /left to the API.*\[tokens \| adaptive \| off\]/);
	assert.equal((await run(['/thinking 1024'])).settings.thinking, 1024);
	assert.equal((await run(['/thinking adaptive'])).settings.thinking, 'adaptive');
	assert.equal((await run(['/thinking 2000', '/thinking off'])).settings.thinking, undefined);
	assert.match((await run(['/thinking 2000', '/thinking'])).text ?? '', /up to 2000 tokens/);
	for (const wrong of ['1023', 'on', '2000.5', 'adaptive 1024']) {
		await assertRefused(`/thinking ${wrong}`, /\[tokens \| adaptive \| off\].*at least 1024 tokens/);
	}
});

test('/stop takes words and quoted texts, and off', async () => {
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

test('/demo says what plays, and takes a scenario, a speed, or both', async () => {
	assert.match((await run(['/demo'])).text ?? '', /^The demo plays chat at speed 1\./);
	assert.equal((await run(['/demo stall'])).text, 'The demo plays stall at speed 1.');
	assert.equal((await run(['/demo stall 0.25'])).text, 'The demo plays stall at speed 0.25.');
	assert.equal((await run(['/demo max'])).text, 'The demo plays chat at speed max.');
	assert.equal((await run(['/demo max-tokens max'])).text, 'The demo plays max-tokens at speed max.');
	await assertRefused('/demo sleep', /There is no scenario sleep\. Usage: \/demo \[scenario\]/);
	for (const wrong of ['0.2', '11', 'stall fast', 'stall 1 1', '1 stall', 'live now']) {
		await assertRefused(
			`/demo ${wrong}`,
			/Usage: \/demo \[scenario\] \[speed\] \| live\. The speed is 0\.25 to 10 or max/,
		);
	}
});

test('/demo goes between the demo and the live API where there is a credential', async () => {
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

test('/clear begins anew', async () => {
	assert.deepEqual((await run(['/clear'])).done, ['clear']);
	await assertRefused('/clear all', /\/clear takes no argument/);
});

test('/compare asks the last prompt in its place, or another one, and says what came of it', async () => {
	const again = await run(['/compare']);
	assert.deepEqual(again.done, ['compare null']);
	assert.equal(again.text, 'Streaming was quicker.');
	assert.deepEqual((await run(['/compare Why?'])).done, ['compare Why?']);
	await assertRefused('/compare', /Nothing has been asked/, {lastPrompt: null});
});

test('/retry asks again, /edit brings the prompt back; not before something was asked nor during an answer', async () => {
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

test('/copy takes the answer, or a code block by its number', async () => {
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
	assert.equal((await run(['/theme light', '/theme'])).text, 'The theme is light. Usage: /theme [name]');
	await assertRefused('/theme pink', /no theme pink\. Themes: dark, light, plain/);
	assert.deepEqual((await run(['/help'])).done, ['help']);
	assert.deepEqual((await run(['/quit'])).done, ['leave']);
	for (const name of ['events', 'help', 'quit']) {
		await assertRefused(`/${name} now`, /takes no argument/);
	}
});

test('an unknown command is named, with the nearest one and the way to send such a text', async () => {
	for (const [typed, meant] of [
		['modle', 'model'],
		['hlep', 'help'],
		['tempature', 'temperature'],
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
	assert.equal(textToSend('//etc/hosts?'), '/etc/hosts?');
	assert.equal(textToSend('either // or'), 'either // or');
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
