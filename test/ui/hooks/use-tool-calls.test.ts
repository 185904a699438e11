import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import type {ToolAnswer, ToolCall} from '../../../source/messages/tools/tool-call.js';
import {lastItem} from '../../../source/trace/persistent-list.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import type {Sending} from '../../../source/ui/hooks/use-message-stream.js';
import {useToolCalls} from '../../../source/ui/hooks/use-tool-calls.js';
import {performEffect} from '../../../source/ui/screen/perform-effect.js';
import {calledTools} from '../../helpers/called-tools.js';
import {screenOf} from '../../helpers/drawn-pane.js';
import {eventually} from '../../helpers/eventually.js';
import {renderHook} from '../../helpers/render-hook.js';

type Run = {
	readonly call: ToolCall;
	readonly interrupted: AbortSignal;
	readonly end: (answer: ToolAnswer) => void;
};

/** The hook over a trace. Its commands run always, and end when the test says so. */
async function open(t: TestContext, events: readonly TraceEvent[]) {
	const rule = () => ({command: './run', isAlways: true});
	const store = screenOf(events, {}, {toolRule: rule});
	const runs: Run[] = [];
	const sent: Sending[] = [];
	const tools = {
		known: [],
		rule,
		run(call: ToolCall, interrupted: AbortSignal) {
			const {promise, resolve: end} = Promise.withResolvers<ToolAnswer>();
			runs.push({call, interrupted, end});
			return promise;
		},
	};
	const send = (sending: Sending) => sent.push(sending);
	const latest = () => lastItem(store.newest().live.exchanges) ?? null;
	const hook = await renderHook(
		t,
		() => useToolCalls({store, tools, stream: {latest: latest(), send}, hasPanes: true}),
		undefined,
	);
	const others = {
		editTurn() {},
		forkTurn() {},
		start() {},
		tell() {},
		interrupt() {},
		leave() {},
		suspend() {},
		redraw() {},
		copy: async () => '',
		keepBookmark: () => null,
		keepFilter() {},
		releaseHold: async () => null,
		keepSettings: () => Promise.resolve(''),
	};
	store.onEffect(effect => {
		const calls = hook.values.at(-1);
		assert.ok(calls);
		performEffect(effect, {...others, ...calls}, store);
	});
	return {
		...hook,
		store,
		runs,
		sent,
		arrive(more: readonly TraceEvent[]) {
			for (const event of more) {
				store.state.trace.append(event);
			}
		},
	};
}

const clock = {id: 'toolu_1', name: 'clock'};

test('the calls of a resumed session are not run, those of a new answer are', async t => {
	const {runs, sent, arrive, render} = await open(t, calledTools([clock]));
	assert.equal(runs.length, 0);

	arrive(calledTools([{...clock, id: 'toolu_2'}], {exchange: 2}));
	render(undefined);
	await eventually(() => runs.map(({call}) => call.id), ['toolu_2']);
	runs[0]?.end({text: '14:05', isError: false});
	await eventually(
		() => sent,
		[{prompt: '', results: [{type: 'tool_result', tool_use_id: 'toolu_2', content: '14:05'}]}],
	);
});

test('commands that run are ended with the chat, and what they still answer changes nothing', async t => {
	const {runs, sent, arrive, render, unmount} = await open(t, []);
	arrive(calledTools([clock]));
	render(undefined);
	await eventually(() => runs.length, 1);
	unmount();
	await eventually(() => runs.map(({interrupted}) => interrupted.aborted), [true]);
	runs[0]?.end({text: 'late', isError: false});
	await new Promise(setImmediate);
	assert.deepEqual(sent, []);
});
