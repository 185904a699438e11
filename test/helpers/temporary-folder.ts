import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A temporary folder for a test, removed at the end of the scope. */
export function temporaryFolder(): Disposable & {path: string} {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'streamscope-test-'));
	return {
		path: folder,
		[Symbol.dispose]() {
			rmSync(folder, {recursive: true, force: true});
		},
	};
}
