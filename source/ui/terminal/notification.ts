import {sanitizeLine} from '../../text/sanitize.js';
import {truncate} from '../../text/text-width.js';

export type Notification = {readonly title: string; readonly body: string};

/** The operating system command by which a terminal shows a notification on the desktop. */
export type NotificationForm = 'OSC 9' | 'OSC 99' | 'OSC 777';

export const bell = '\u0007';

/** In cells. */
const longest = {title: 60, body: 160};

/** The identifier by which kitty replaces the notification before. */
const identifier = 'streamscope';

/**
 * The sequence that shows a notification on the desktop:
 *
 * - OSC 9 has one text. One that begins with a digit and a semicolon would mean something else, such as a progress bar.
 * - OSC 777 separates title and body by a semicolon.
 * - OSC 99 is kitty's: https://sw.kovidgoyal.net/kitty/desktop-notifications/
 */
export function notificationSequence(notification: Notification, form: NotificationForm): string {
	const title = truncate(sanitizeLine(notification.title), longest.title);
	const body = truncate(sanitizeLine(notification.body), longest.body);
	switch (form) {
		case 'OSC 9': {
			const text = `${title}: ${body}`;
			return osc(`9;${/^\d+;/.test(text) ? 'streamscope: ' : ''}${text}`);
		}

		case 'OSC 777': {
			return osc(`777;notify;${title.replaceAll(';', ',')};${body}`);
		}

		case 'OSC 99': {
			return osc(`99;i=${identifier}:d=0;${title}`) + osc(`99;i=${identifier}:d=1:p=body;${body}`);
		}
	}
}

/** Wraps a sequence so that tmux passes it on to its own terminal. */
export function throughTmux(sequence: string): string {
	return `\u001BPtmux;${sequence.replaceAll('\u001B', '\u001B\u001B')}\u001B\\`;
}

function osc(text: string): string {
	return `\u001B]${text}\u0007`;
}
