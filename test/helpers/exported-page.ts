import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {openPage} from './chromium.js';
import {temporaryFolder} from './temporary-folder.js';

/** Opens an exported page from a file, like a person who received it. */
export async function openExportedPage(html: string, size = {width: 1280, height: 900}) {
	const folder = temporaryFolder();
	const file = path.join(folder.path, 'page.html');
	writeFileSync(file, html);
	const opened = await openPage(pathToFileURL(file).href, size);
	return {
		...opened,
		text: (id: string) => opened.evaluate(`document.getElementById('${id}').innerText`),
		async [Symbol.asyncDispose]() {
			await opened[Symbol.asyncDispose]();
			folder[Symbol.dispose]();
		},
	};
}

/** What the browser reported or requested from the network, except the page itself. */
export const complaints = (told: ReadonlyArray<{method?: string; params?: Record<string, unknown>}>) =>
	told
		.filter(({method = ''}) =>
			/^(Runtime\.exceptionThrown|Log\.entryAdded|Runtime\.consoleAPICalled|Page\.javascriptDialogOpening|Network\.requestWillBeSent)$/.test(
				method,
			),
		)
		.map(message => JSON.stringify(message))
		.slice(1);
