import type {spawn} from 'node:child_process';
import {fileBlock} from '../../messages/request/file-block.js';
import type {ReadFile} from '../../ui/prompt/file-services.js';
import {programOutput} from './program-output.js';

export type ClipboardOptions = {
	readonly spawn: typeof spawn;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly platform: NodeJS.Platform;
};

/** A program that prints the picture on the clipboard, and how to read what it prints. */
type Tool = {
	readonly command: string;
	readonly args: readonly string[];
	readonly decode: (output: Buffer) => Buffer;
};

/** In milliseconds. PowerShell takes more than a second to start. */
const timeout = 10_000;

/** In bytes, of what a tool may print: hexadecimal of the largest picture. */
const limit = 64 * 1024 * 1024;

/** Takes the picture on the clipboard by the first of the platform's tools that has one. Does not reject. */
export async function clipboardPicture(options: ClipboardOptions): Promise<ReadFile> {
	const tools = clipboardTools(options);
	if (tools.length === 0) {
		return refused(
			'There is no clipboard here. Over ssh and without a display, attach a file with @ instead.',
		);
	}

	const {spawn, env} = options;
	let canRead = false;
	for (const {command, args, decode} of tools) {
		const ended = await programOutput(command, args, {spawn, env, timeout, limit});
		canRead ||= ended !== null;
		const bytes = decode(ended?.output ?? Buffer.alloc(0));
		const made = fileBlock(bytes, 'clipboard');
		if ('block' in made && made.block.type === 'image') {
			return {attachment: {name: 'clipboard', block: made.block}};
		}

		if ('problem' in made && bytes.length > 0 && ended?.code === 0) {
			return refused(`The picture on the clipboard ${made.problem.words}. ${made.problem.hint}`);
		}
	}

	return refused(
		canRead
			? 'There is no picture on the clipboard. For text, use the terminal’s own key to paste.'
			: `No program here reads pictures from the clipboard. ${installWords(options)} Or attach a file with @.`,
	);
}

function refused(problem: string): ReadFile {
	return {problem, isFile: true};
}

function installWords({env, platform}: ClipboardOptions): string {
	switch (platform) {
		case 'darwin':
		case 'win32': {
			return 'osascript on macOS and powershell on Windows do.';
		}

		default: {
			return `Install ${env.WAYLAND_DISPLAY ? 'wl-clipboard' : 'xclip'}.`;
		}
	}
}

function clipboardTools({env, platform}: ClipboardOptions): readonly Tool[] {
	const isRemote = Boolean(env.SSH_CONNECTION ?? env.SSH_TTY);
	if (platform === 'darwin') {
		const script = 'the clipboard as «class PNGf»';
		return isRemote
			? []
			: [
					{command: 'pngpaste', args: ['-'], decode: asItIs},
					{command: 'osascript', args: ['-e', script], decode: fromAppleScript},
				];
	}

	if (platform === 'win32') {
		return isRemote ? [] : [powershell];
	}

	// Only X11 can be forwarded over ssh.
	return [
		...(env.WAYLAND_DISPLAY && !isRemote
			? mediaTypes.map(type => ({
					command: 'wl-paste',
					args: ['--no-newline', '--type', type],
					decode: asItIs,
				}))
			: []),
		...(env.DISPLAY
			? mediaTypes.map(type => ({
					command: 'xclip',
					args: ['-selection', 'clipboard', '-t', type, '-o'],
					decode: asItIs,
				}))
			: []),
		...(env.WSL_DISTRO_NAME ? [powershell] : []),
	];
}

const mediaTypes = ['image/png', 'image/jpeg'];

const powershell: Tool = {
	command: 'powershell.exe',
	args: [
		'-NoProfile',
		'-NonInteractive',
		'-STA',
		'-Command',
		'Add-Type -AssemblyName System.Windows.Forms, System.Drawing; $i = [System.Windows.Forms.Clipboard]::GetImage(); if ($i) { $m = New-Object System.IO.MemoryStream; $i.Save($m, [System.Drawing.Imaging.ImageFormat]::Png); [Convert]::ToBase64String($m.ToArray()) }',
	],
	decode: output => Buffer.from(output.toString('latin1').trim(), 'base64'),
};

function asItIs(output: Buffer): Buffer {
	return output;
}

/** AppleScript prints data as `«data PNGf89504E47…»`. */
function fromAppleScript(output: Buffer): Buffer {
	return Buffer.from(/PNGf([\dA-F]*)/i.exec(output.toString('latin1'))?.[1] ?? '', 'hex');
}
