import {execFile} from 'node:child_process';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

export type FoldFigures = {
	readonly seconds: number;
	/** MB held by the trace: its events, their fold, and what it keeps for stepping back. */
	readonly memory: number;
	readonly events: number;
};

const script = fileURLToPath(new URL('fold-process.ts', import.meta.url));

/** Folds an answer of many deltas in a separate process. */
export const measureFold = async (deltas: number): Promise<FoldFigures> => {
	const args = ['--expose-gc', '--import', 'tsx', script, String(deltas)];
	const {stdout} = await promisify(execFile)(process.execPath, args);
	return JSON.parse(stdout) as FoldFigures;
};
