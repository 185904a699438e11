import assert from 'node:assert/strict';
import {test} from 'node:test';
import {findCommand} from '../../../source/ui/slash/slash-commands.js';
import {runSlashLine} from '../../../source/ui/slash/slash-line.js';
import type {SlashReply} from '../../../source/ui/slash/slash-reply.js';
import {createSlashContext, type SlashContextOptions} from '../../helpers/slash-context.js';

const run = async (lines: readonly string[], options?: SlashContextOptions) => {
	const {context, done} = createSlashContext(options);
	let reply: SlashReply | undefined;
	for (const line of lines) {
		reply = await runSlashLine(line, context);
	}

	assert.ok(reply);
	return {...reply, done, context, tools: context.settings.state.tools?.map(({name}) => name)};
};

const call = {name: 'clock', command: 'date -u'};

test('/tools lists what is on and what is off', async () => {
	assert.equal(
		(await run(['/tools'])).text,
		'No tools are on. Off: clock, weather. Usage: /tools [name … | -name … | off]',
	);
	assert.match((await run(['/tools clock', '/tools'])).text ?? '', /^On: clock\. Off: weather\./);
});

test('/tools switches tools on by name, off with a hyphen, and all off', async () => {
	const on = await run(['/tools clock weather']);
	assert.equal(on.text, 'On from now on: clock, weather.');
	assert.deepEqual(on.context.settings.state.tools, [
		{name: 'clock', input_schema: {}},
		{name: 'weather', input_schema: {}},
	]);
	assert.deepEqual((await run(['/tools clock weather', '/tools -clock'])).tools, ['weather']);
	assert.equal((await run(['/tools clock', '/tools -clock'])).tools, undefined);
	assert.equal((await run(['/tools clock', '/tools off'])).tools, undefined);
});

test('/tools knows a tool that was set by hand, and keeps its definition', async () => {
	const {context} = await run(['/set tools [{"name":"mine","input_schema":{}}]', '/tools mine clock']);
	assert.deepEqual(context.settings.state.tools, [
		{name: 'mine', input_schema: {}},
		{name: 'clock', input_schema: {}},
	]);
});

test('/tools refuses a name that it does not know', async () => {
	const {text, isProblem, tools} = await run(['/tools constructor']);
	assert.equal(isProblem, true);
	assert.match(text ?? '', /^There is no tool constructor\. The tools are clock, weather/);
	assert.equal(tools, undefined);
});

test('/tools completes its last word: with a hyphen only what is on', async () => {
	const {context} = await run(['/tools clock']);
	const labels = (argument: string) =>
		findCommand('tools')
			?.choices?.(context, argument)
			.items.map(({label}) => label);
	assert.deepEqual(labels('clo'), ['clock', 'weather']);
	assert.deepEqual(labels('weather -'), ['-clock']);
	assert.equal(findCommand('tools')?.choices?.(context, 'weather -').from, 8);
});

test('/result and /fail answer the call that waits', async () => {
	const options = {openCalls: [call]};
	assert.deepEqual((await run(['/result {"a": 1}\n2'], options)).done, ['result {"a": 1}\n2']);
	assert.deepEqual((await run(['/fail no such clock'], options)).done, ['fail no such clock']);
	assert.deepEqual((await run(['/fail'], options)).done, ['fail ']);
	assert.match((await run(['/result'], options)).text ?? '', /^Usage: \/result/);
});

test('after an answer, the next call that waits is named', async () => {
	const {text} = await run(['/result 14:05'], {openCalls: [call, {name: 'weather', command: null}]});
	assert.equal(text, 'weather waits next.');
	assert.equal((await run(['/result 14:05'], {openCalls: [call]})).text, null);
});

test('/run says what it would run, and runs it after a yes', async () => {
	const options = {openCalls: [call]};
	const asked = await run(['/run'], options);
	assert.equal(asked.text, 'The command of clock: date -u. /run yes runs it.');
	assert.deepEqual(asked.done, []);
	assert.deepEqual((await run(['/run yes'], options)).done, ['run']);
	assert.match(
		(await run(['/run yes'], {openCalls: [{...call, command: null}]})).text ?? '',
		/^clock has no command/,
	);
});

test('/continue continues a paused turn only', async () => {
	assert.deepEqual((await run(['/continue'], {openCalls: ['paused']})).done, ['continue']);
	for (const openCall of [null, call] as const) {
		const {text, isProblem, done} = await run(['/continue'], {openCalls: [openCall]});
		assert.deepEqual([text, isProblem, done], ['No turn is paused.', true, []]);
	}
});

test('without a call that waits, there is nothing to answer', async () => {
	for (const openCall of [null, 'paused'] as const) {
		for (const line of ['/result 1', '/fail', '/run yes']) {
			const {text, done} = await run([line], {openCalls: [openCall]});
			assert.deepEqual([text, done], ['No tool call waits for an answer.', []]);
		}
	}
});
