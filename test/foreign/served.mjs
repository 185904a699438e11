// The server of the installed package, in a process of its own.
import {spawn} from 'node:child_process';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';

export const program = fileURLToPath(new URL('../node_modules/streamscope/dist/cli.js', import.meta.url));

/** Starts `serve` and resolves to its address. */
export async function serve(...args) {
	const child = spawn(process.execPath, [program, 'serve', '--port', '0', '--quiet', ...args], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	for await (const line of createInterface(child.stdout)) {
		const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
		if (url !== undefined) {
			return {url, [Symbol.dispose]: () => child.kill('SIGKILL')};
		}
	}

	throw new Error('serve named no address.');
}
