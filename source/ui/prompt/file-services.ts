import type {Attachment} from '../../analysis/prompt.js';
import type {Completion} from './completion.js';

/** A file to attach, or a sentence that says why it cannot be sent. `isFile` is false if there is no file at the path. */
export type ReadFile =
	| {readonly attachment: Attachment}
	| {readonly problem: string; readonly isFile: boolean};

/** The files below the working folder, as far as they are known. */
export type FileList = {
	readonly items: readonly Completion[];
	readonly isLoading: boolean;
};

export const noFiles: FileList = {items: [], isLoading: true};

/** What the prompt needs of the disk and the clipboard. Nothing here rejects. */
export type FileServices = {
	readonly platform: NodeJS.Platform;
	/** The paths of the files below the working folder, the nearest first; without those that git ignores. */
	list(): Promise<readonly string[]>;
	/** Reads a file. The path may begin with `~/`, and is otherwise relative to the working folder. */
	read(path: string): Promise<ReadFile>;
	/** The picture on the clipboard. */
	picture(): Promise<ReadFile>;
};
