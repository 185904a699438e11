import type {spawn} from 'node:child_process';
import path from 'node:path';
import type {FileServices, ReadFile} from '../../ui/prompt/file-services.js';
import {readAttachment} from '../read-attachment.js';
import {clipboardPicture} from './clipboard-picture.js';
import {listFiles} from './list-files.js';

export type FileServicesOptions = {
	/** The working folder. */
	readonly folder: string;
	/** What `~` stands for. */
	readonly home: string;
	readonly spawn: typeof spawn;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly platform: NodeJS.Platform;
	readonly now: () => number;
};

/** The files and the clipboard of this machine, for the prompt. */
export function fileServices(options: FileServicesOptions): FileServices {
	const {folder, home, platform} = options;
	return {
		platform,
		list: () => listFiles(options),
		picture: () => clipboardPicture(options),
		async read(name): Promise<ReadFile> {
			const file = /^~[/\\]/.test(name) ? path.join(home, name.slice(2)) : path.resolve(folder, name);
			const read = await readAttachment(file);
			return 'attachment' in read
				? read
				: {problem: `${read.problem.words}. ${read.problem.hint}`, isFile: read.isFile};
		},
	};
}
