import {Buffer} from 'node:buffer';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {type Background, backgroundOfVariable, backgroundQuery, readReplies} from '../../text/background.js';

export type BackgroundEffects = {
	/** The terminal's input, which nothing else reads in the meantime. */
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: {write(text: string): unknown};
	readonly env: Readonly<Record<string, string | undefined>>;
};

/** How long to wait for a terminal's reply, in milliseconds. A later reply would look like typed text, so a remote terminal gets longer. */
const patience = {near: 100, far: 1000};

/**
 * Asks the terminal whether its background is dark or light. Without a reply, `COLORFGBG` decides, and otherwise the background is taken to
 * be dark. Keys pressed in the meantime stay in the input.
 */
export async function detectBackground({stdin, stdout, env}: BackgroundEffects): Promise<Background> {
	const assumed = backgroundOfVariable(env.COLORFGBG) ?? 'dark';
	if (env.TERM === 'dumb' || env.TERM === 'linux') {
		return assumed;
	}

	let input = '';
	const {promise: isOver, resolve} = Promise.withResolvers<void>();
	const hear = (chunk: Buffer) => {
		input += Buffer.from(chunk).toString('latin1');
		if (readReplies(input).isAnswered) {
			resolve();
		}
	};

	const wasRaw = stdin.isRaw;
	const isFar = Boolean(env.SSH_CONNECTION ?? env.SSH_TTY);
	// While the program is busy loading, the reply and the time-out may become due together, so pending input is read before giving up.
	const timer = setTimeout(() => setImmediate(resolve), isFar ? patience.far : patience.near);
	stdin.setRawMode(true);
	stdin.on('data', hear);
	stdin.resume();
	stdout.write(backgroundQuery);
	await isOver;
	clearTimeout(timer);
	stdin.off('data', hear);
	stdin.pause();
	stdin.setRawMode(wasRaw);
	// Node stops reading its stdin only a moment after `pause()`, which would be too late for the next listener.
	await nextTurn();

	const {background, rest} = readReplies(input);
	if (rest !== '') {
		stdin.unshift(Buffer.from(rest, 'latin1'));
	}

	return background ?? assumed;
}
