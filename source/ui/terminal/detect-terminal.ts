import {Buffer} from 'node:buffer';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {
	type Background,
	backgroundOfVariable,
	backgroundQuery,
	kindQuery,
	readReplies,
} from '../../text/background.js';
import {clusterKinds, clusterQuery, type OddClusters, readClusterReplies} from '../../text/odd-clusters.js';

export type TerminalEffects = {
	/** The terminal's input, which nothing else reads in the meantime. */
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: {write(text: string): unknown};
	readonly env: Readonly<Record<string, string | undefined>>;
};

/** What the terminal has said of itself. */
export type TerminalFacts = {
	readonly background: Background;
	/** The emoji that it does not draw as they are measured. */
	readonly oddClusters: OddClusters;
};

/** How long to wait for a terminal's reply, in milliseconds. A later reply would look like typed text, so a remote terminal gets longer. */
const patience = {near: 100, far: 1000};

/** What to ask the terminal. The question about emoji draws some for a moment, which a screen reader would read aloud. */
export type TerminalQuestion = 'background' | 'emoji' | 'background and emoji';

const queries: Readonly<Record<TerminalQuestion, string>> = {
	background: backgroundQuery,
	emoji: clusterQuery + kindQuery,
	'background and emoji': clusterQuery + backgroundQuery,
};

/**
 * Asks the terminal whether its background is dark or light, and how wide it draws emoji. Without a reply, `COLORFGBG` decides, and otherwise
 * the background is taken to be dark; emoji are taken to be drawn as they are measured. Keys pressed in the meantime stay in the input.
 */
export async function detectTerminal(
	{stdin, stdout, env}: TerminalEffects,
	question: TerminalQuestion = 'background and emoji',
): Promise<TerminalFacts> {
	const assumed = backgroundOfVariable(env.COLORFGBG) ?? 'dark';
	if (env.TERM === 'dumb' || env.TERM === 'linux') {
		return {background: assumed, oddClusters: new Set()};
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
	stdout.write(queries[question]);
	await isOver;
	clearTimeout(timer);
	stdin.off('data', hear);
	stdin.pause();
	stdin.setRawMode(wasRaw);
	// Node stops reading its stdin only a moment after `pause()`, which would be too late for the next listener.
	await nextTurn();

	const {odd, rest: afterPositions} = readClusterReplies(input);
	const {background, rest} = readReplies(afterPositions);
	if (rest !== '') {
		stdin.unshift(Buffer.from(rest, 'latin1'));
	}

	return {background: background ?? assumed, oddClusters: isMultiplexed(env) ? new Set(clusterKinds) : odd};
}

/** tmux and screen answer for themselves, and the terminal that they draw on may take more cells. It cannot be asked from inside. */
function isMultiplexed({TMUX, STY, TERM = ''}: TerminalEffects['env']): boolean {
	return Boolean(TMUX ?? STY) || /^(?:tmux|screen)/.test(TERM);
}
