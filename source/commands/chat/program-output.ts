import type {spawn} from 'node:child_process';

/** A program that ended: its exit code, `null` after a signal, and its standard output. */
export type ProgramOutput = {readonly code: number | null; readonly output: Buffer};

export type ProgramOptions = {
	readonly spawn: typeof spawn;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly cwd?: string;
	/** In milliseconds: a program that runs longer is stopped. */
	readonly timeout: number;
	/** In bytes: a program that prints more is stopped. */
	readonly limit: number;
};

/** Runs a program without input. Resolves to `null` if it cannot be started. */
export function programOutput(
	command: string,
	args: readonly string[],
	{spawn, env, cwd, timeout, limit}: ProgramOptions,
): Promise<ProgramOutput | null> {
	return new Promise(resolve => {
		const child = spawn(command, args, {env, cwd, timeout, stdio: ['ignore', 'pipe', 'ignore']});
		const pieces: Buffer[] = [];
		let size = 0;
		child.stdout.on('data', (piece: Buffer) => {
			size += piece.length;
			pieces.push(piece);
			if (size > limit) {
				child.kill();
			}
		});
		child.once('error', () => resolve(null));
		child.once('close', code => resolve({code, output: Buffer.concat(pieces)}));
	});
}
