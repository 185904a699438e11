import type {SpawnOptions, spawn} from 'node:child_process';
import type {EventEmitter} from 'node:events';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {describeFailure} from '../../text/describe-failure.js';
import type {EditedText} from '../../ui/slash/chat-services.js';

/** What opening an editor touches. */
export type EditorEffects = {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly platform: NodeJS.Platform;
	readonly spawn: typeof spawn;
	/** The folder for temporary files. */
	readonly folder: string;
	/** This process, whose input and interrupts are the editor's while it runs. */
	readonly process: EventEmitter & {readonly stdin: {readonly pause: () => unknown}};
};

/**
 * Has a text changed in the person's own editor, `$VISUAL` or else `$EDITOR`, which gets the terminal. The text is in a file that only
 * this user can read and that is gone afterwards. Does not reject.
 */
export async function editText(text: string, effects: EditorEffects): Promise<EditedText> {
	const {env, folder} = effects;
	const editor = [env.VISUAL, env.EDITOR].find(command => command?.trim());
	if (editor === undefined) {
		return {problem: 'There is no editor: set VISUAL or EDITOR, as in EDITOR=vi, and start again.'};
	}

	const resume = holdInterrupts(effects.process);
	try {
		const directory = await mkdtemp(path.join(folder, 'streamscope-'));
		try {
			const file = path.join(directory, 'prompt.md');
			await writeFile(file, text, {mode: 0o600});
			const problem = await runEditor(editor, file, effects);
			return problem === null ? {text: withoutLastNewline(await readFile(file, 'utf8'))} : {problem};
		} finally {
			await rm(directory, {recursive: true, force: true});
		}
	} catch (error) {
		return {problem: `The editor could not be used: ${describeFailure(error, 'write')}`};
	} finally {
		resume();
	}
}

/** Runs the editor until it ends; a sentence on what went wrong, or `null`. Its command may hold arguments, so a shell reads it. */
async function runEditor(
	editor: string,
	file: string,
	{env, platform, spawn, process}: EditorEffects,
): Promise<string | null> {
	const options: SpawnOptions = {env, stdio: 'inherit'};
	await stopReading(process.stdin);
	return new Promise(resolve => {
		const child =
			platform === 'win32'
				? spawn(`${editor} "${file}"`, {...options, shell: true})
				: spawn('/bin/sh', ['-c', `${editor} "$1"`, 'sh', file], options);
		child.once('error', error => resolve(`${editor} could not be started: ${describeFailure(error, 'use')}`));
		child.once('exit', (code, signal) =>
			resolve(
				code === 0 ? null : `${editor} ended with ${signal ?? `code ${code}`}: the prompt is as it was.`,
			),
		);
	});
}

/**
 * Ink lets go of the keys but goes on reading, so that half of what is typed in the editor would be lost to it. A stream that has just lost
 * its listener notices in the next turn; until then it cannot be paused. Listening again is what ends the pause.
 */
async function stopReading(stdin: {readonly pause: () => unknown}): Promise<void> {
	await nextTurn();
	stdin.pause();
	await nextTurn();
}

/** Ctrl+C in the editor reaches this process as well, and is not meant for it. Gives the function that listens again. */
function holdInterrupts(process: EventEmitter): () => void {
	const listeners = process.rawListeners('SIGINT');
	const ignore = () => {};
	process.removeAllListeners('SIGINT');
	process.on('SIGINT', ignore);
	return () => {
		process.off('SIGINT', ignore);
		for (const listener of listeners) {
			process.on('SIGINT', listener as () => void);
		}
	};
}

/** Editors end the last line; a prompt does not. */
function withoutLastNewline(text: string): string {
	return text.replace(/\r?\n$/, '');
}
