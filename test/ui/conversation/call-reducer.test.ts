import assert from 'node:assert/strict';
import {test} from 'node:test';
import {nextMessages} from '../../../source/analysis/conversation.js';
import {maxTurnRequests} from '../../../source/analysis/open-calls.js';
import type {ToolAnswer} from '../../../source/messages/tools/tool-call.js';
import {Trace} from '../../../source/trace/trace.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import type {ScreenEffect} from '../../../source/ui/screen/screen-effect.js';
import type {ScreenState} from '../../../source/ui/screen/screen-state.js';
import type {ScreenStore} from '../../../source/ui/screen/screen-store.js';
import type {JsonObject} from '../../../source/wire/json.js';
import {appendExchange} from '../../helpers/append-exchange.js';
import {calledTools, pausedSearch} from '../../helpers/called-tools.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';

const weather = {id: 'toolu_1', name: 'weather', input: '{"place":"Lisbon"}'};
const clock = {id: 'toolu_2', name: 'clock'};
const rules = new Map([
	['weather', {command: './weather', isAlways: false}],
	['always', {command: './always', isAlways: true}],
]);
const fine = (text: string): ToolAnswer => ({text, isError: false});

/** A screen over these events, and the effects of what was done with it. */
const open = (events: readonly TraceEvent[], state: Partial<ScreenState> = {focus: 'history'}) => {
	const model = screenOf(events, state, {toolRule: name => rules.get(name) ?? null});
	const effects: ScreenEffect[] = [];
	model.onEffect(effect => effects.push(effect));
	return {model, effects, keys: keysOf(model)};
};

const fill = (model: ScreenStore, value: string) => model.dispatch({name: 'submitField', value});

const result = (id: string, content: string, isError = false) => ({
	type: 'tool_result',
	tool_use_id: id,
	...(isError ? {is_error: true} : {}),
	content,
});

test('r writes the result of each call in turn, and the last one continues the turn', () => {
	const {model, effects, keys} = open(calledTools([weather, clock]));
	keys.writeResult();
	assert.deepEqual(model.state.field, {kind: 'result', value: ''});
	fill(model, '{"celsius": 21}');
	assert.deepEqual(effects, []);
	assert.equal(model.state.field, null);

	keys.writeResult();
	fill(model, '14:05');
	assert.deepEqual(effects, [
		{name: 'continueTurn', results: [result('toolu_1', '{"celsius": 21}'), result('toolu_2', '14:05')]},
	]);
	assert.equal(model.state.focus, 'prompt');
	assert.equal(model.state.calls.size, 0);
});

test('e answers with an error, which has words even if nothing was typed', () => {
	const {model, effects, keys} = open(calledTools([weather, clock]));
	keys.reportError();
	assert.deepEqual(model.state.field, {kind: 'fault', value: ''});
	fill(model, 'no such place');
	keys.reportError();
	fill(model, ' ');
	assert.deepEqual(effects, [
		{
			name: 'continueTurn',
			results: [result('toolu_1', 'no such place', true), result('toolu_2', 'The tool failed.', true)],
		},
	]);
});

test('closing the field leaves the call as it was', () => {
	const {model, effects, keys} = open(calledTools([weather]));
	keys.writeResult();
	model.dispatch({name: 'closeField'});
	assert.deepEqual([model.state.calls.size, effects], [0, []]);
});

test('c asks first; Enter runs the command, and its output is the result', () => {
	const {model, effects, keys} = open(calledTools([weather]));
	keys.runCall();
	assert.deepEqual([...model.state.calls], [['toolu_1', {kind: 'asking'}]]);
	assert.deepEqual(effects, []);

	keys.confirmCall();
	const call = {id: 'toolu_1', name: 'weather', input: {place: 'Lisbon'}};
	assert.deepEqual(effects.splice(0), [{name: 'runTool', call}]);
	assert.deepEqual([...model.state.calls], [['toolu_1', {kind: 'running'}]]);

	model.dispatch({name: 'commandEnded', id: 'toolu_1', answer: fine('21')});
	assert.deepEqual(effects, [{name: 'continueTurn', results: [result('toolu_1', '21')]}]);
});

test('Enter alone runs nothing', () => {
	const {model, effects, keys} = open(calledTools([weather]));
	keys.confirmCall();
	assert.deepEqual([model.state.calls.size, effects], [0, []]);
});

test('Esc takes the question back, then leaves the card, whose call can still be answered', () => {
	const {model, effects, keys} = open(calledTools([weather]));
	keys.runCall();
	keys.escape();
	assert.deepEqual([model.state.calls.size, model.state.focus], [0, 'history']);
	keys.confirmCall();
	keys.escape();
	assert.deepEqual([model.state.focus, effects], ['prompt', []]);

	model.dispatch({name: 'answerCall', answer: fine('later')});
	assert.deepEqual(effects, [{name: 'continueTurn', results: [result('toolu_1', 'later')]}]);
});

test('Esc ends a command that runs, and what it still answers does not count', () => {
	const {model, effects, keys} = open(calledTools([weather]));
	keys.runCall();
	keys.confirmCall();
	keys.escape();
	assert.deepEqual(
		effects.map(({name}) => name),
		['runTool', 'stopCommands'],
	);
	model.dispatch({name: 'commandEnded', id: 'toolu_1', answer: fine('too late')});
	assert.deepEqual([effects.length, model.state.calls.size], [2, 0]);
});

test('Esc in the prompt gives back the prompts that wait for the end of the turn', () => {
	const {effects, keys} = open(calledTools([weather]), {focus: 'prompt'});
	keys.escape();
	assert.deepEqual(effects, [{name: 'interrupt'}]);
});

test('Ctrl+C ends a command that runs, too', () => {
	const {effects, keys} = open(calledTools([weather]));
	keys.runCall();
	keys.confirmCall();
	keys.interruptOrLeave();
	assert.deepEqual(
		effects.map(({name}) => name),
		['runTool', 'stopCommands'],
	);
});

test('a tool without a command says what to do instead', () => {
	const {model, effects, keys} = open(calledTools([clock]));
	keys.runCall();
	assert.equal(model.state.notice, 'clock has no command: r writes its result');
	keys.confirmCall();
	assert.deepEqual(effects, []);
});

test('a command that runs always starts with the end of the answer, and the others are offered', () => {
	const {model, effects} = open(calledTools([{...clock, name: 'always'}, weather]), {focus: 'prompt'});
	model.dispatch({name: 'offerCalls', hasPanes: true});
	assert.deepEqual(effects, [{name: 'runTool', call: {id: 'toolu_2', name: 'always', input: {}}}]);
	assert.equal(model.state.notice, 'weather waits for its result: Tab, then r, e or c');
});

test('if all commands run always, nothing waits', () => {
	const {model, effects} = open(calledTools([{...clock, name: 'always'}]), {focus: 'prompt'});
	model.dispatch({name: 'offerCalls', hasPanes: true});
	assert.deepEqual([effects.length, model.state.notice], [1, null]);
});

test('the prompt keeps the focus; without panes, the notice names commands', () => {
	const {model} = open(calledTools([weather]), {focus: 'prompt'});
	model.dispatch({name: 'offerCalls', hasPanes: false});
	assert.equal(model.state.focus, 'prompt');
	assert.equal(model.state.notice, 'weather waits for its result: /result, /fail or /run');
});

test('after many requests in one turn, a command that runs always is asked for', () => {
	const again: JsonObject = {role: 'user', content: [result('toolu_9', 'again')]};
	const turn = (count: number) =>
		Array.from({length: count}, (_, index) =>
			calledTools([{...clock, name: 'always'}], {
				exchange: index + 1,
				...(index === 0 ? {} : {messages: Array.from({length: index * 2}, () => again)}),
			}),
		).flat();
	const started = (count: number) => {
		const {model, effects} = open(turn(count), {focus: 'prompt'});
		model.dispatch({name: 'offerCalls', hasPanes: true});
		return effects.length;
	};

	assert.deepEqual([maxTurnRequests - 1, maxTurnRequests].map(started), [1, 0]);
});

test('after a request that failed, no command runs again by itself, and the calls can be answered again', () => {
	const trace = new Trace(calledTools([{...clock, name: 'always'}]));
	const messages = nextMessages(trace.view, '', {results: [result('toolu_2', 'done')]});
	appendExchange(trace, {messages, outcome: 'failed'});
	const {model, effects, keys} = open(trace.events);
	model.dispatch({name: 'offerCalls', hasPanes: true});
	assert.deepEqual([effects, model.state.notice], [[], null]);
	keys.writeResult();
	fill(model, 'done');
	assert.deepEqual(effects, [{name: 'continueTurn', results: [result('toolu_2', 'done')]}]);
});

test('an answer without calls offers nothing', () => {
	const {model, effects} = open(calledTools([weather], {stop: 'max_tokens'}), {focus: 'prompt'});
	model.dispatch({name: 'offerCalls', hasPanes: true});
	assert.deepEqual([effects, model.state.focus, model.state.notice], [[], 'prompt', null]);
});

test('c continues a paused turn', () => {
	const {effects, keys} = open(pausedSearch());
	keys.runCall();
	assert.deepEqual(effects, [{name: 'continueTurn', results: []}]);
});

test('while an earlier event is shown, the keys change nothing and say where the card is', () => {
	const {model, effects, keys} = open(calledTools([weather]), {focus: 'history', playhead: 3});
	for (const press of [keys.writeResult, keys.reportError, keys.runCall, keys.confirmCall]) {
		press();
		assert.match(model.state.notice ?? '', /0 goes there/);
	}

	assert.deepEqual([model.state.field, model.state.calls.size, effects], [null, 0, []]);
});

test('a command that ends does not move the playhead of somebody who looks at an earlier event', () => {
	const {model, effects} = open(calledTools([weather]));
	model.dispatch({name: 'runFirstCall'});
	model.dispatch({name: 'seek', length: 3});
	model.dispatch({name: 'commandEnded', id: 'toolu_1', answer: fine('21')});
	assert.deepEqual(
		effects.map(({name}) => name),
		['runTool', 'continueTurn'],
	);
	assert.equal(model.state.playhead, 3);
});

test('another message forgets the answers and ends what runs', () => {
	const {model, effects, keys} = open(calledTools([weather, {...weather, id: 'toolu_3'}]));
	model.dispatch({name: 'answerCall', answer: fine('21')});
	keys.runCall();
	keys.confirmCall();
	model.dispatch({name: 'forgetCalls'});
	assert.deepEqual(
		effects.map(({name}) => name),
		['runTool', 'stopCommands'],
	);
	assert.equal(model.state.calls.size, 0);
});

test('a replay answers nothing', () => {
	const model = screenOf(calledTools([weather]), {focus: 'history'}, {isReplay: true});
	keysOf(model).writeResult();
	assert.equal(model.state.field, null);
});
