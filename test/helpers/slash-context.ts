import type {ChatSettings} from '../../source/messages/request/chat-settings.js';
import type {NotifyWay} from '../../source/ui/attention/attention-state.js';
import type {FileServices} from '../../source/ui/prompt/file-services.js';
import {initialSizes, type PaneSizes} from '../../source/ui/screen/pane-state.js';
import {createStore} from '../../source/ui/screen/store.js';
import type {SlashContext} from '../../source/ui/slash/slash-context.js';

export type SlashContextOptions = {
	readonly settings?: Partial<ChatSettings>;
	/** Why the next request would be refused. */
	readonly refusal?: string;
	readonly isLive?: boolean;
	readonly hasCredential?: boolean;
	readonly lastPrompt?: string | null;
	readonly isAnswering?: boolean;
	readonly queued?: readonly string[];
	readonly answer?: string | null;
	/** `null` for a session that is not recorded. */
	readonly title?: string | null;
	readonly turns?: readonly string[];
	/** Why the last session cannot be opened. */
	readonly lastSessionProblem?: string;
	readonly models?: ReturnType<SlashContext['models']>;
	readonly files?: Partial<FileServices>;
	/** What waits before anything is done, and then after each thing that is done. */
	readonly openCalls?: ReadonlyArray<ReturnType<SlashContext['calls']['open']>>;
	/** Whether a command says which key keeps what it changed. */
	readonly offers?: boolean;
	/** Whether the config file cannot be written. */
	readonly isReadOnly?: boolean;
};

/** A context that holds its state in memory and lists what commands did in `done`. */
export const createSlashContext = (
	options: SlashContextOptions = {},
): {readonly context: SlashContext; readonly done: string[]} => {
	const done: string[] = [];
	let demo: ReturnType<SlashContext['demo']['present']> = options.isLive
		? null
		: {scenario: 'chat', speed: 1};
	let theme = 'dark';
	const queued = [...(options.queued ?? [])];
	let hasEvents = true;
	let hasMouse = false;
	let isMarkdown = true;
	let notify: NotifyWay = 'auto';
	let isStepping = false;
	let sizes: PaneSizes = {...initialSizes, logSize: 'half', split: 0.1 + 0.2};
	const kept = new Map<string, string>();
	const {lastPrompt = 'Hello', answer = 'Hi.'} = options;
	const context: SlashContext = {
		settings: createStore<ChatSettings>({model: 'claude-one', maxTokens: 4096, ...options.settings}),
		models: () =>
			options.models ?? {
				models: [
					{id: 'claude-one-plus', name: 'One Plus', ending: null},
					{id: 'claude-one', name: 'One', ending: null},
					{id: 'claude-two-20261001', name: 'Two', ending: 'retires on 2026-11-30: use claude-one'},
				],
				isLoading: false,
				problem: null,
			},
		listedFiles: () => ({
			items: ['chart.png', 'docs/notes.txt'].map(label => ({label, description: ''})),
			isLoading: false,
		}),
		files: {
			platform: 'linux',
			list: async () => ['chart.png', 'docs/notes.txt'],
			read: async path => ({problem: `Cannot read ${path}: it does not exist.`, isFile: false}),
			picture: async () => ({problem: 'There is no picture on the clipboard.', isFile: true}),
			...options.files,
		},
		requests: {
			refusal: () => options.refusal ?? null,
			efforts: () => ['low', 'high'],
			ending: model => (model === 'claude-old' ? 'retired on 2026-06-15: use claude-one' : null),
		},
		demo: {
			scenarios: [
				{name: 'chat', summary: 'Talks.'},
				{name: 'stall', summary: 'Waits.'},
				{name: 'max-tokens', summary: 'Is cut off.'},
			],
			present: () => demo,
			async play(choice) {
				demo = {...(demo ?? {scenario: 'chat', speed: 1}), ...choice};
			},
			async goLive() {
				demo = options.hasCredential ? null : demo;
				return options.hasCredential ?? false;
			},
		},
		conversation: {
			isAnswering: () => options.isAnswering ?? false,
			queued: () => queued,
			takeBack(index) {
				const [prompt = null] = queued.splice(index, 1);
				return prompt;
			},
			lastPrompt: () => lastPrompt,
			async compare(prompt) {
				done.push(`compare ${prompt}`);
				return 'Streaming was quicker.';
			},
			clear: () => done.push('clear'),
			retry: model => done.push(`retry ${model}`),
			edit: () => done.push('edit'),
			answer: () => answer,
			codeBlock: number => (number === 1 ? 'code\n' : null),
		},
		tools: [
			{name: 'clock', definition: {name: 'clock', input_schema: {}}, summary: 'runs date'},
			{name: 'weather', definition: {name: 'weather', input_schema: {}}, summary: 'answered by hand'},
		],
		calls: {
			open: () => options.openCalls?.[done.length] ?? null,
			answer: ({text, isError}) => done.push(`${isError ? 'fail' : 'result'} ${text}`),
			run: () => done.push('run'),
			carryOn: () => done.push('continue'),
		},
		session: {
			title: () => options.title ?? null,
			setTitle(title) {
				done.push(`title ${title}`);
				return options.title !== null;
			},
			turns: () =>
				(options.turns ?? ['Hello', 'And then?']).map((prompt, index) => ({exchange: index + 1, prompt})),
			async fork(exchange) {
				done.push(`fork ${exchange}`);
			},
			choose: () => done.push('choose'),
			async openLast() {
				done.push('openLast');
				return options.lastSessionProblem ?? null;
			},
			exportFormats: ['md', 'html', 'cast'],
			async export({format, isRedacted, isBetween, file}) {
				if (file === '/nowhere') {
					throw new Error('there is no such folder');
				}

				const written = `${format}${isRedacted ? ' redacted' : ''}${isBetween ? ' between bookmarks' : ''} ${file ?? 'somewhere'}`;
				done.push(`export ${written}`);
				return {file: written, notes: ['Left out: the key.']};
			},
		},
		config: {
			fields: () => [
				{
					name: 'theme',
					value: kept.get('theme') ?? 'auto',
					from: 'default',
					values: ['auto', 'dark', 'light'],
					allowed: 'auto, dark or light',
				},
				{
					name: 'maxTokens',
					value: '4096',
					from: '--max-tokens',
					values: [],
					allowed: 'a whole number from 1',
				},
			],
			values: () =>
				new Map<string, unknown>([
					...Object.entries(context.settings.state),
					['theme', theme],
					['markdown', isMarkdown],
					['step', isStepping],
					['events', hasEvents],
					['demoSpeed', demo?.speed],
				]),
			async keep(fields) {
				if (options.isReadOnly) {
					throw Object.assign(new Error('Cannot write config.json: the disk is read-only.'), {
						hint: 'Sorry.',
					});
				}

				for (const [name, field] of Object.entries(fields)) {
					kept.set(name, String(field));
					done.push(`keep ${name} ${JSON.stringify(field)}`);
				}

				return 'Kept.';
			},
			set: async (name, text) => context.config.keep({[name]: text}),
		},
		screen: {
			themes: ['dark', 'light', 'plain'],
			theme: () => ({choice: theme, name: theme === 'auto' ? 'dark' : theme}),
			setTheme(name) {
				theme = name;
			},
			hasMouse: () => hasMouse,
			setMouse(isOn) {
				hasMouse = isOn;
			},
			isStepping: () => isStepping,
			setStepping(isOn) {
				isStepping = isOn;
			},
			notify: () => notify,
			setNotify(way) {
				notify = way;
			},
			async testNotify() {
				done.push('testNotify');
				return 'the bell';
			},
			windowFocus: () => 'away',
			isMarkdown: () => isMarkdown,
			showMarkdown(isOn) {
				isMarkdown = isOn;
			},
			layout: () => sizes,
			resetLayout() {
				sizes = initialSizes;
			},
			toggleEvents() {
				hasEvents = !hasEvents;
				return hasEvents;
			},
			offerToKeep(changes) {
				return options.offers ? `Ctrl+S keeps ${changes.map(({setting}) => setting).join(' ')}` : null;
			},
			openHelp: () => done.push('help'),
			openDiff: exchanges => done.push(`diff ${exchanges.join(' ')}`.trimEnd()),
			async copy(text) {
				done.push(`copy ${text}`);
				return 'OSC 52';
			},
			leave: () => done.push('leave'),
		},
	};
	return {context, done};
};
