// Copying: by OSC 52, which works over ssh too, through tmux, and by the platform's own tool if there is one.

import {Buffer} from 'node:buffer';
import type {spawn} from 'node:child_process';

/** What copying needs: the terminal's output, a way to start a program, and the facts that decide which program to use. */
export type ClipboardEffects = {
	readonly write: (sequence: string) => void;
	readonly spawn: typeof spawn;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly platform: NodeJS.Platform;
};

type Tool = {readonly command: string; readonly args: readonly string[]; readonly encoding: BufferEncoding};

const toolTimeout = 3000;

/**
 * The sequence that asks a terminal to put `text` on the clipboard (xterm's control sequences, OSC 52, selection `c`).
 * @internal
 */
export function osc52(text: string): string {
	return `\u001B]52;c;${Buffer.from(text, 'utf8').toString('base64')}\u0007`;
}

/**
 * Copies `text` in every way there is. Resolves to what is known of it, in words: no terminal confirms OSC 52, but a tool says whether it
 * succeeded. Does not reject.
 */
export async function copyToClipboard(text: string, effects: ClipboardEffects): Promise<string> {
	effects.write(osc52(text));
	const [inTmux, way] = await Promise.all([
		feedFirst(tmuxTools(effects), text, effects),
		feedFirst(platformTools(effects), text, effects),
	]);
	const confirmed = [...(inTmux === null ? [] : ['tmux buffer']), ...(way === null ? [] : [way])];
	return way === null
		? [...confirmed, 'sent to the terminal, not confirmed'].join('; ')
		: confirmed.join(', ');
}

/** The first tool that succeeds; `null` if none does. */
async function feedFirst(
	tools: readonly Tool[],
	text: string,
	effects: ClipboardEffects,
): Promise<string | null> {
	for (const tool of tools) {
		if (await feed(tool, text, effects)) {
			return tool.command;
		}
	}

	return null;
}

/** By default tmux ignores the OSC 52 of a program in it, but sends what `load-buffer -w` reads on to its own terminal (since 3.2). */
function tmuxTools({env}: ClipboardEffects): readonly Tool[] {
	const load = (...args: string[]): Tool => ({
		command: 'tmux',
		args: ['load-buffer', ...args, '-'],
		encoding: 'utf8',
	});
	return env.TMUX ? [load('-w'), load()] : [];
}

function platformTools({env, platform}: ClipboardEffects): readonly Tool[] {
	const tool = (command: string, ...args: string[]): Tool => ({command, args, encoding: 'utf8'});
	// clip.exe reads anything except UTF-16 as the machine's old code page.
	const clip: Tool = {command: 'clip.exe', args: [], encoding: 'utf16le'};
	// Over ssh, these tools would write to the clipboard of the remote machine. Only X11 can be forwarded.
	const isRemote = Boolean(env.SSH_CONNECTION ?? env.SSH_TTY);
	if (platform === 'darwin') {
		return isRemote ? [] : [tool('pbcopy')];
	}

	if (platform === 'win32') {
		return isRemote ? [] : [clip];
	}

	return [
		...(env.WAYLAND_DISPLAY ? [tool('wl-copy')] : []),
		...(env.DISPLAY
			? [tool('xclip', '-selection', 'clipboard'), tool('xsel', '--clipboard', '--input')]
			: []),
		...(env.WSL_DISTRO_NAME ? [clip] : []),
	];
}

/** Runs a tool with `text` on its stdin. Resolves to whether it succeeded. */
function feed(
	{command, args, encoding}: Tool,
	text: string,
	{spawn, env}: ClipboardEffects,
): Promise<boolean> {
	return new Promise(resolve => {
		// The tools for X11 and Wayland stay behind to serve the clipboard, so nothing may wait for their output to close.
		const child = spawn(command, args, {env, stdio: ['pipe', 'ignore', 'ignore'], timeout: toolTimeout});
		child.once('error', () => resolve(false));
		child.once('exit', code => resolve(code === 0));
		child.stdin?.once('error', () => resolve(false));
		child.stdin?.end(encoding === 'utf16le' ? `\uFEFF${text}` : text, encoding);
	});
}
