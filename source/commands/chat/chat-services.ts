import {spawn} from 'node:child_process';
import {homedir, tmpdir} from 'node:os';
import process from 'node:process';
import {nextMessages} from '../../analysis/conversation.js';
import {promptContent} from '../../analysis/prompt.js';
import {messageRequest} from '../../client/message-request.js';
import {effortLevels} from '../../messages/models.js';
import type {ChatSettings} from '../../messages/request/chat-settings.js';
import {fixWords} from '../../messages/request/refusal.js';
import {bookmarkLine} from '../../recording/bookmark-lines.js';
import {dataFolder} from '../../recording/data-folder.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {ScreenServices} from '../../ui/screen/screen-services.js';
import type {Store} from '../../ui/screen/store.js';
import type {Opening, ToolServices} from '../../ui/slash/chat-services.js';
import type {ConfigControl, SessionControl} from '../../ui/slash/slash-context.js';
import {compareInChat} from '../compare/compare-in-chat.js';
import {sayOnce} from '../keep-bookmark.js';
import {keepFilterIn} from '../kept-filters.js';
import {options as optionTable} from '../options.js';
import {requestRefusal} from '../request-refusal.js';
import type {TerminalServices} from '../terminal-services.js';
import {chatHeader} from './chat-header.js';
import type {ChatOptions} from './chat-options.js';
import {chatPrompts} from './chat-prompts.js';
import {topicOf} from './chat-recording.js';
import type {ChatSession} from './chat-session.js';
import type {ChatTarget} from './chat-target.js';
import {editText} from './edit-text.js';
import {fileServices} from './file-services.js';

export type ChatServicesOptions = {
	readonly session: ChatSession;
	readonly target: ChatTarget;
	readonly settings: Store<ChatSettings>;
	readonly tools: ToolServices;
	readonly terminal: TerminalServices;
	readonly options: Pick<ChatOptions, 'keys' | 'client' | 'limits' | 'record'>;
	readonly takeOpening: () => Opening | null;
	readonly control: SessionControl;
	readonly config: ConfigControl;
};

/** What the chat's screen needs from outside, for one session. */
export function chatServices({
	session,
	target,
	settings,
	tools,
	terminal,
	options,
	takeOpening,
	control,
	config,
}: ChatServicesOptions): ScreenServices {
	const {models: book} = target;
	const topic = () => session.recording?.title() ?? topicOf(session.trace) ?? '';
	return {
		...terminal,
		...session.services,
		settings,
		tools,
		demo: target.demo,
		session: control,
		takeOpening,
		keepBookmark: sayOnce((bookmark, isRemoved) => {
			session.note(bookmarkLine(bookmark, isRemoved));
			return session.recording === null ? 'kept until you quit: nothing is recorded' : null;
		}),
		keepFilter: options.record === false ? () => {} : keepFilterIn(process.env),
		prompts: chatPrompts({
			data: dataFolder(process.env),
			session: session.id,
			isKept: options.record !== false,
			secrets: session.secrets,
			say: notice => session.screen.dispatch({name: 'say', notice}),
		}),
		config,
		setPresenting: target.setPresenting,
		notify: (body, way) => terminal.notify({title: topic() || 'streamscope', body}, way),
		compare: ({prompt, ...branch}, interrupted) =>
			compareInChat(
				target.client(),
				interrupted,
				messageRequest(
					settings.state,
					nextMessages(session.trace.view, promptContent(prompt), branch),
					book.facts(settings.state.model),
				),
				options.limits,
			),
		models: book.ask,
		requests: {
			ending: book.ending,
			efforts: model => book.facts(model)?.efforts ?? effortLevels,
			// Where the next prompt is not known, any text stands for it.
			refusal(model, prompt = 'Hi', before = null) {
				const branch = {since: session.screen.state.since ?? undefined, before: before ?? undefined};
				const refusal = requestRefusal({
					settings: {...settings.state, model: model ?? settings.state.model},
					messages: nextMessages(session.trace.view, promptContent(prompt), branch),
					apiVersion: options.client.apiVersion,
					factsOf: book.facts,
				});
				return refusal === null ? null : `${refusal.words} ${fixWords(refusal.fixes, 'chat')}`.trim();
			},
		},
		files: fileServices({
			folder: process.cwd(),
			home: homedir(),
			spawn,
			env: process.env,
			platform: process.platform,
			now: () => performance.now(),
		}),
		editText: text =>
			editText(text, {
				env: process.env,
				platform: process.platform,
				spawn,
				folder: tmpdir(),
				keys: options.keys,
				process,
			}),
		header: width =>
			chatHeader(
				{
					settings: settings.state,
					usual: {maxTokens: optionTable.maxTokens.fallback},
					ending: book.ending(settings.state.model),
					client: options.client,
					demo: target.demo.present(),
					isFallback: target.isFallback(),
					recording: session.recordingPart(),
				},
				width,
			),
		topic,
		get welcome() {
			return welcomeLines(target, options.client.baseUrl);
		},
	};
}

/** Where the messages go. */
function welcomeLines({demo, isFallback}: ChatTarget, baseUrl: string | undefined): readonly string[] {
	if (demo.present() === null) {
		return ['You are talking to the live API.'];
	}

	if (!isFallback()) {
		return ['You are talking to the embedded demo.'];
	}

	return baseUrl === undefined
		? ['No credential found: this is the embedded demo. Set ANTHROPIC_API_KEY to talk to the live API.']
		: [
				`No credential found. You are talking to the embedded demo, not to ${sanitizeLine(baseUrl)}.`,
				'For a gateway that needs no key, set any: ANTHROPIC_API_KEY=none.',
			];
}
