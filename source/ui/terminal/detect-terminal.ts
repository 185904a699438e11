import {Buffer} from 'node:buffer';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {
	type Background,
	backgroundOfVariable,
	backgroundQuery,
	kindQuery,
	readReplies,
} from '../../text/background.js';
import {colourQuery, readColourReply} from '../../text/colour-query.js';
import {kittyQuery, readKittyReply} from '../../text/kitty-query.js';
import {nameQuery, readNameReply} from '../../text/name-query.js';
import {clusterKinds, type OddClusters} from '../../text/odd-clusters.js';
import {graphemesOff, readWidthReplies, widthQuery} from '../../text/width-query.js';

export type TerminalEffects = {
	/** The terminal's input, which nothing else reads in the meantime. */
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: {write(text: string): unknown};
	readonly env: Readonly<Record<string, string | undefined>>;
};

/** What the terminal has said of itself. */
export type TerminalFacts = {
	readonly background: Background;
	/** The characters that it does not draw as they are measured. */
	readonly oddClusters: OddClusters;
	/** Whether it draws grapheme clusters as they are measured once it is told to (mode 2027). */
	readonly canSwitchGraphemes: boolean;
	/** Whether it has said that it has 256 colours. */
	readonly has256Colours: boolean;
	/** Whether it knows the kitty keyboard protocol. */
	readonly knowsKitty: boolean;
	/** Its name and version in its own words; `null` if it was not asked or does not say. */
	readonly name: string | null;
};

/** How long to wait for a terminal's reply, in milliseconds. A later reply would look like typed text, so a remote terminal gets longer. */
const patience = {near: 100, far: 1000};

/** What to ask the terminal. The question about widths draws samples for a moment, which a screen reader would read aloud. */
export type TerminalQuestion = 'background' | 'widths' | 'kitty' | 'colours' | 'name';

/** Of a terminal that is not asked. */
const nothingKnown: Omit<TerminalFacts, 'background'> = {
	oddClusters: new Set(),
	canSwitchGraphemes: false,
	knowsKitty: false,
	has256Colours: false,
	name: null,
};

const queries: Readonly<Record<TerminalQuestion, string>> = {
	widths: widthQuery,
	kitty: kittyQuery,
	colours: colourQuery,
	name: nameQuery,
	background: backgroundQuery,
};

/** The answer to the question about the terminal's kind ends the wait, so it comes last. */
function queryOf(questions: readonly TerminalQuestion[]): string {
	return (['widths', 'kitty', 'colours', 'name', 'background'] as const)
		.filter(question => questions.includes(question))
		.map(question => queries[question])
		.join('')
		.concat(kindQuery);
}

/**
 * Asks the terminal whether its background is dark or light, how wide it draws what terminals disagree on, how many colours it has, and
 * whether it knows the kitty keyboard protocol. Without a reply, `COLORFGBG` decides the background; all
 * characters are taken to be drawn as they are measured. Keys pressed in the meantime stay in the input.
 */
export async function detectTerminal(
	{stdin, stdout, env}: TerminalEffects,
	questions: readonly TerminalQuestion[] = ['background', 'widths', 'kitty'],
): Promise<TerminalFacts> {
	const assumed = backgroundOfVariable(env.COLORFGBG);
	if (env.TERM === 'dumb' || env.TERM === 'linux') {
		return {background: assumed ?? 'dark', ...nothingKnown};
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
	stdout.write(queryOf(questions));
	await isOver;
	clearTimeout(timer);
	stdin.off('data', hear);
	stdin.pause();
	stdin.setRawMode(wasRaw);
	// Node stops reading its stdin only a moment after `pause()`, which would be too late for the next listener.
	await nextTurn();

	const {odd, canSwitchGraphemes, rest: afterWidths} = readWidthReplies(input);
	const {knowsKitty, rest: afterKitty} = readKittyReply(afterWidths);
	const {has256Colours, rest: afterColours} = readColourReply(afterKitty);
	const {name, rest: afterName} = readNameReply(afterColours);
	const {background, rest} = readReplies(afterName);
	if (canSwitchGraphemes) {
		stdout.write(graphemesOff);
	}

	if (rest !== '') {
		stdin.unshift(Buffer.from(rest, 'latin1'));
	}

	return {
		background: background ?? assumed ?? 'unknown',
		oddClusters: isMultiplexed(env) ? new Set([...odd, ...clusterKinds]) : odd,
		canSwitchGraphemes,
		knowsKitty,
		has256Colours,
		name,
	};
}

/** tmux and screen answer for themselves, and the terminal that they draw on may take more cells. It cannot be asked from inside. */
function isMultiplexed({TMUX, STY, TERM = ''}: TerminalEffects['env']): boolean {
	return Boolean(TMUX ?? STY) || /^(?:tmux|screen)/.test(TERM);
}
