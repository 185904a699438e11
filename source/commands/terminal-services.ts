import {spawn} from 'node:child_process';
import chalk from 'chalk';
import {createSupportsHyperlinks} from 'supports-hyperlinks';
import {type BasicColours, createTheme, type Theme, type ThemeChoice} from '../text/theme.js';
import type {NotifyWay} from '../ui/attention/attention-state.js';
import type {JobControl} from '../ui/screen/use-job-control.js';
import {copyToClipboard} from '../ui/terminal/clipboard.js';
import type {TerminalFacts} from '../ui/terminal/detect-terminal.js';
import type {Notification} from '../ui/terminal/notification.js';
import {sendNotification} from '../ui/terminal/send-notification.js';
import {jobControl} from './job-control.js';

/** What every screen needs from the terminal and the process. */
export type TerminalServices = {
	readonly job: JobControl;
	copy(text: string): Promise<string>;
	/** Resolves to what was sent, in a few words. */
	notify(notification: Notification, way: Exclude<NotifyWay, 'off'>): Promise<string>;
	redraw(): void;
	createTheme(name: ThemeChoice): Theme;
};

export function terminalServices(
	process: NodeJS.Process,
	{background, has256Colours, name}: Pick<TerminalFacts, 'background' | 'has256Colours' | 'name'>,
): TerminalServices {
	const hasLinks = createSupportsHyperlinks(process.stdout);
	return {
		job: jobControl(process),
		copy: text =>
			copyToClipboard(text, {
				write: sequence => process.stdout.write(sequence),
				spawn,
				env: process.env,
				platform: process.platform,
			}),
		notify: (notification, way) =>
			sendNotification(notification, way, {
				write: sequence => process.stdout.write(sequence),
				spawn,
				env: process.env,
				terminal: name,
			}),
		redraw() {
			// The size is the same, but everything is drawn as after a change of it.
			process.stdout.emit('resize');
		},
		createTheme: name =>
			createTheme(
				name,
				has256Colours ? 2 : frugalLevel(chalk.level),
				background,
				hasLinks,
				basicColoursOf(process.env.TERM),
			),
	};
}

/** 256 colours look the same here as 16 million and take half the bytes, which matters over ssh. */
function frugalLevel(level: 0 | 1 | 2 | 3): 0 | 1 | 2 | 3 {
	return level === 3 ? 2 : level;
}

/** Terminals whose descriptions promise eight colours, and which ignore the codes for the bright ones. */
function basicColoursOf(TERM = ''): BasicColours {
	return /^(?:ansi|cons25|cygwin|dtterm|eterm|vt\d)/i.test(TERM) ? 8 : 16;
}
