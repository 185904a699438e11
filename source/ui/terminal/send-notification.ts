import type {spawn} from 'node:child_process';
import type {NotifyWay} from '../attention/attention-state.js';
import {
	bell,
	type Notification,
	type NotificationForm,
	notificationSequence,
	throughTmux,
} from './notification.js';
import {formOfEnvironment, formOfName} from './notifying-terminals.js';
import {askTmux, isInTmux} from './tmux-passage.js';

/** What notifying needs: the terminal's output, a way to start a program, and the facts about the terminal. */
export type NotificationEffects = {
	readonly write: (sequence: string) => void;
	readonly spawn: typeof spawn;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** The name that the terminal has given itself; `null` if it has not. */
	readonly terminal: string | null;
};

/** What is written, and what it is in a few words. */
type Call = {readonly sequence: string; readonly words: string};

const ring: Call = {sequence: bell, words: 'the bell'};

/** Notifies a person. Resolves to what was sent, in a few words: no terminal says whether it showed it. Does not reject. */
export async function sendNotification(
	notification: Notification,
	way: Exclude<NotifyWay, 'off'>,
	effects: NotificationEffects,
): Promise<string> {
	const {sequence, words} = way === 'bell' ? ring : await callOf(notification, way, effects);
	effects.write(sequence);
	return words;
}

async function callOf(
	notification: Notification,
	way: 'auto' | 'desktop',
	{spawn, env, terminal}: NotificationEffects,
): Promise<Call> {
	const show = (form: NotificationForm) => notificationSequence(notification, form);
	/** Most terminals that show notifications know OSC 9, and the others ignore it. */
	const formFor = (known: NotificationForm | null) => known ?? (way === 'desktop' ? 'OSC 9' : null);
	if (env.TERM === undefined || env.TERM === 'dumb' || env.TERM === 'linux') {
		return ring;
	}

	if (!isInTmux(env)) {
		const form = formFor(terminal === null ? formOfEnvironment(env) : formOfName(terminal));
		return form === null ? ring : {sequence: show(form), words: form};
	}

	const passage = await askTmux(spawn, env);
	const form = formFor(passage === null ? null : formOfName(passage.terminal));
	if (form === null) {
		return ring;
	}

	return passage?.isOpen
		? {sequence: throughTmux(show(form)), words: `${form} through tmux`}
		: {...ring, words: 'the bell, as tmux passes nothing on (its option allow-passthrough)'};
}
