import {spawn} from 'node:child_process';
import {tmpdir} from 'node:os';
import process from 'node:process';
import {nextMessages} from '../../analysis/conversation.js';
import {messageParams} from '../../client/chat-settings.js';
import {listModels} from '../../client/list-models.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import type {ScreenServices} from '../../ui/screen/screen-services.js';
import type {Store} from '../../ui/screen/store.js';
import type {ChatSettings} from '../../ui/slash/chat-settings.js';
import {settingsRow} from '../../ui/slash/settings-row.js';
import type {DemoControl, SessionControl} from '../../ui/slash/slash-context.js';
import {notification} from '../../ui/terminal/notification.js';
import {compareInChat} from '../compare/compare-in-chat.js';
import {options as optionTable} from '../options.js';
import type {TerminalServices} from '../terminal-services.js';
import type {ChatOptions} from './chat-options.js';
import type {ChatSession} from './chat-session.js';
import type {ChatTarget} from './chat-target.js';
import {editText} from './edit-text.js';

export type ChatServicesOptions = {
	readonly session: ChatSession;
	readonly target: ChatTarget;
	readonly settings: Store<ChatSettings>;
	readonly terminal: TerminalServices;
	readonly options: Pick<ChatOptions, 'hasBell' | 'client'>;
	readonly control: SessionControl;
};

/** What the chat's screen needs of the world outside, for one session. */
export function chatServices({
	session,
	target,
	settings,
	terminal,
	options,
	control,
}: ChatServicesOptions): ScreenServices {
	return {
		...terminal,
		...session.services,
		settings,
		demo: target.demo,
		session: control,
		setPresenting: target.setPresenting,
		notify: words => {
			if (options.hasBell) {
				process.stdout.write(notification(words));
			}
		},
		compare: ({prompt, ...branch}, interrupted) =>
			compareInChat(
				target.client(),
				interrupted,
				messageParams(settings.state, nextMessages(session.trace.view, prompt, branch)),
			),
		models: () => listModels(target.client()),
		editText: text =>
			editText(text, {env: process.env, platform: process.platform, spawn, folder: tmpdir(), process}),
		header: () => ({
			left: [
				segment(' streamscope  ', 'title'),
				...settingsRow(settings.state, {maxTokens: optionTable.maxTokens.fallback}),
				...targetRow(target.demo),
			],
			right: session.recordingRow(),
		}),
		get welcome() {
			return welcomeLines(target, options.client.baseUrl);
		},
	};
}

function welcomeLines({demo, isFallback}: ChatTarget, baseUrl: string | undefined): readonly string[] {
	const other =
		demo.present() === null
			? [' You talk to the live API.']
			: !isFallback()
				? [' You talk to the embedded demo.']
				: baseUrl === undefined
					? [' No credential: you talk to the embedded demo.']
					: [
							` No credential: you talk to the embedded demo, not to ${sanitizeLine(baseUrl)}.`,
							' A gateway that needs no key takes any: ANTHROPIC_API_KEY=none.',
						];
	return [
		'',
		...other,
		'',
		' Try: Write me a 3 word sentence, without a preamble.',
		'',
		' Tab goes from pane to pane, F1 shows the keys.',
	];
}

/** Where the messages go. */
function targetRow(demo: DemoControl): Row {
	const present = demo.present();
	if (present === null) {
		return [segment(' · live', 'good')];
	}

	const speed = present.speed === 1 ? '' : ` ×${present.speed}`;
	return [segment(` · demo: ${present.scenario}${speed}`, 'warning')];
}
