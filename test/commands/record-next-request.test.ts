import assert from 'node:assert/strict';
import {test} from 'node:test';
import {recordNextRequest} from '../../source/commands/record-next-request.js';
import type {ChatSettings} from '../../source/messages/request/chat-settings.js';
import {requestBody} from '../../source/messages/request/request-body.js';
import {Trace} from '../../source/trace/trace.js';
import {createStore} from '../../source/ui/screen/store.js';

const chat = () => {
	const trace = new Trace();
	const settings = createStore<ChatSettings>({model: 'a', maxTokens: 10});
	const screen = createStore<{since: number | null; top: number}>({since: 1, top: 0});
	const noted: unknown[] = [];
	const request = (model: string) =>
		trace.append({
			type: 'request',
			at: 0,
			exchange: trace.length + 1,
			attempt: 1,
			method: 'POST',
			url: '',
			body: requestBody({...settings.state, model}, [{role: 'user', content: 'Hello'}]).body,
		});
	const end = recordNextRequest({
		trace,
		settings,
		screen,
		told: {body: null, betas: [], since: null},
		note: line => noted.push(line),
	});
	return {settings, screen, noted, request, end};
};

test('settings that are changed after a request are noted once, those before it are not', () => {
	const {settings, noted, request, end} = chat();
	settings.update(state => ({...state, system: 'Be short.'}));
	request('a');
	assert.deepEqual(noted, []);
	settings.update(state => ({...state, system: undefined, maxTokens: 20}));
	settings.update(state => ({...state}));
	assert.deepEqual(noted, [{type: 'settings', body: {model: 'a', max_tokens: 20}}]);
	request('a');
	end();
	settings.update(state => ({...state, maxTokens: 30}));
	assert.equal(noted.length, 1);
});

test('a model that was asked once is not the one that is asked next', () => {
	const {noted, request} = chat();
	request('b');
	assert.deepEqual(noted, [{type: 'settings', body: {model: 'a', max_tokens: 10}}]);
});

test('a conversation that is cleared is noted, whatever else the screen does', () => {
	const {screen, noted} = chat();
	screen.update(state => ({...state, top: 5}));
	screen.update(state => ({...state, since: 2}));
	screen.update(state => ({...state, top: 6}));
	assert.deepEqual(noted, [{type: 'clear'}]);
});
