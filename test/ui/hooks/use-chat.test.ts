import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import {promptWords} from '../../../source/analysis/prompt.js';
import {startExchange} from '../../../source/client/message-exchange.js';
import {createTheme} from '../../../source/text/theme.js';
import {SdkLane} from '../../../source/trace/sdk-lane.js';
import {Trace} from '../../../source/trace/trace.js';
import {useChat} from '../../../source/ui/hooks/use-chat.js';
import {openScreen} from '../../../source/ui/screen/screen.js';
import type {ScreenServices} from '../../../source/ui/screen/screen-services.js';
import {createScreenStore} from '../../../source/ui/screen/screen-store.js';
import {eventually} from '../../helpers/eventually.js';
import {serveHeldStreams} from '../../helpers/held-streams.js';
import {renderHook} from '../../helpers/render-hook.js';
import {createSlashContext} from '../../helpers/slash-context.js';

/** A chat over the official SDK and a server that answers when it is told to. `done` lists what it did outside the screen. */
async function open(t: TestContext) {
	const server = await serveHeldStreams();
	t.after(() => server[Symbol.asyncDispose]());
	const client = new Anthropic({baseURL: server.url, apiKey: 'test', maxRetries: 0, logLevel: 'off'});
	const [trace, lane] = [new Trace(), new SdkLane()];
	const now = () => performance.now();
	const done: string[] = [];
	const {settings, requests, files, demo, session, config} = createSlashContext().context;
	const tools = {known: [], rule: () => null, run: async () => ({text: '', isError: false})};
	const services: ScreenServices = {
		settings,
		demo,
		session,
		config,
		prompts: {earlier: [], keep: () => {}},
		models: async () => ({models: [], problem: null}),
		requests,
		files,
		tools,
		compare: async () => '',
		createTheme: () => createTheme('plain', 0),
		editText: async text => ({text}),
		open: ({prompt}) =>
			startExchange({
				client,
				fetch: globalThis.fetch,
				trace,
				lane,
				now,
				params: {model: 'm', max_tokens: 9, messages: [{role: 'user', content: promptWords(prompt)}]},
			}),
		now,
		judge: () => null,
		job: {suspend: async () => {}, watch: () => () => {}},
		async notify(words) {
			done.push(`notify ${words}`);
			return '';
		},
		redraw() {},
		keepBookmark: () => null,
		keepFilter() {},
		async copy(text) {
			done.push(`copy ${text}`);
			return 'clipboard';
		},
		setPresenting() {},
		takeOpening: () => null,
		header: () => ({left: [], right: []}),
		topic: () => '',
		welcome: [],
	};
	const store = createScreenStore(openScreen({trace, lane, theme: createTheme('plain', 0)}));
	const suspend = () => done.push('suspend');
	const lendTerminal = (run: () => Promise<void>) => run();
	const place = {store, services, suspend, hasPanes: true, frame: 1, lendTerminal, width: 40, maxRows: 5};
	const {values} = await renderHook(t, () => useChat(place), undefined);
	const chat = () => values.at(-1) ?? assert.fail('the hook was not called');
	return {
		server,
		store,
		done,
		chat,
		type(text: string) {
			chat().prompt.editor.setText(text);
			chat().prompt.editor.run({name: 'enter'});
		},
	};
}

describe('useChat', () => {
	it('sends what is typed, shows the live end, and keeps the prompt for Up', async t => {
		const {server, store, chat, type} = await open(t);
		store.dispatch({name: 'seek', length: 0});
		type('Cats?');
		const answer = await server.next();
		assert.deepEqual(answer.asked.messages.at(-1), {role: 'user', content: 'Cats?'});
		assert.equal(store.state.playhead, null);
		answer.start();
		answer.text('Purr.');
		answer.finish();
		await eventually(() => chat().stream.phase, 'complete');
		chat().prompt.editor.run({name: 'moveUp'});
		assert.equal(chat().prompt.editor.newest().text, 'Cats?');
	});

	it('stops the answer with the named action, and the prompts that waited go back into the prompt', async t => {
		const {server, store, chat, type} = await open(t);
		type('one');
		type('two');
		const answer = await server.next();
		answer.start();
		await eventually(() => chat().stream.phase, 'streaming');
		store.dispatch({name: 'escape'});
		await answer.closed;
		await eventually(() => chat().stream.phase, 'aborted');
		assert.equal(chat().prompt.editor.newest().text, 'two');
	});

	it('performs the effects that keys ask for', async t => {
		const {server, store, done, chat, type} = await open(t);
		type('Cats?');
		const answer = await server.next();
		answer.start();
		answer.text('Purr.');
		answer.finish();
		await eventually(() => chat().stream.phase, 'complete');
		store.dispatch({name: 'copyAnswer'});
		store.dispatch({name: 'suspend'});
		await eventually(() => store.state.notice, 'answer copied (clipboard)');
		assert.deepEqual(done, ['copy Purr.', 'suspend']);
	});

	it('begins a new conversation with /clear', async t => {
		const {server, store, chat, type} = await open(t);
		type('Cats?');
		const answer = await server.next();
		answer.start();
		answer.finish();
		await eventually(() => chat().stream.phase, 'complete');
		type('/clear');
		await eventually(() => store.state.since, 2);
		await eventually(() => chat().prompt.reply?.isProblem, false);
	});
});
