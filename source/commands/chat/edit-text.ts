import type {SpawnOptions, spawn} from 'node:child_process';
import type {EventEmitter} from 'node:events';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {describeFailure} from '../../text/describe-failure.js';
import type {EditedText} from '../../ui/slash/chat-services.js';

/** What opening an editor needs. */
export type EditorEffects = {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly platform: NodeJS.Platform;
	readonly spawn: typeof spawn;
	/** The folder for temporary files. */
	readonly folder: string;
	/** The source of the keys, which the editor gets while it runs. */
	readonly keys: {readonly fd?: number; readonly pause: () => unknown};
	/** This process. While the editor runs, it does not get the interrupts. */
	readonly process: EventEmitter;
};

/**
 * Opens a text in the user's own editor, `$VISUAL` or else `$EDITOR`, and hands it the terminal. The text is in a temporary file that
 * only this user can read. Does not reject.
 */
export async function editText(text: string, effects: EditorEffects): Promise<EditedText> {
	const {env, folder} = effects;
	const editor = [env.VISUAL, env.EDITOR].find(command => command?.trim());
	if (editor === undefined) {
		return {problem: 'No editor is set. Set VISUAL or EDITOR, as in EDITOR=vi, and start again.'};
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
		return {problem: `Could not use the editor: ${describeFailure(error, 'write')}`};
	} finally {
		resume();
	}
}

/** Runs the editor and resolves to a sentence on what went wrong, or `null`. A shell runs it, because its command may have arguments. */
async function runEditor(
	editor: string,
	file: string,
	{env, platform, spawn, keys}: EditorEffects,
): Promise<string | null> {
	const options: SpawnOptions = {env, stdio: [keys.fd ?? 'inherit', 'inherit', 'inherit']};
	await stopReading(keys);
	return new Promise(resolve => {
		const child =
			platform === 'win32'
				? spawn(`${editor} "${file}"`, {...options, shell: true})
				: spawn('/bin/sh', ['-c', `${editor} "$1"`, 'sh', file], options);
		child.once('error', error => resolve(`Could not start ${editor}: ${describeFailure(error, 'use')}`));
		child.once('exit', (code, signal) =>
			resolve(
				code === 0 ? null : `${editor} ended with ${signal ?? `code ${code}`}. The prompt is unchanged.`,
			),
		);
	});
}

/**
 * Ink stops handling keys but keeps reading, so it would take half of what is typed in the editor. A stream that has just lost its
 * listener cannot be paused before the next turn of the event loop. A new listener ends the pause.
 */
async function stopReading(keys: EditorEffects['keys']): Promise<void> {
	await nextTurn();
	keys.pause();
	await nextTurn();
}

/** Ignores Ctrl+C, which the editor's user presses but this process also receives. Returns a function that restores the listeners. */
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

/** Editors end the last line with a line feed; a prompt does not. */
function withoutLastNewline(text: string): string {
	return text.replace(/\r?\n$/, '');
}
