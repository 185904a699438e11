import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import type {Socket} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type {Readable, Writable} from 'node:stream';
import {neededProgram} from './needed-program.js';

export const chromium = neededProgram('chromium', ['chromium', 'chromium-browser', 'google-chrome']);

type Message = {
	readonly id?: number;
	readonly sessionId?: string;
	readonly method?: string;
	readonly params?: Record<string, unknown>;
	readonly result?: Record<string, unknown>;
	readonly error?: {readonly message: string};
};

/** One page in a headless Chromium, driven over the DevTools protocol. `told` is what the browser reported, such as requests and errors. */
export type ChromiumPage = AsyncDisposable & {
	readonly told: readonly Message[];
	/** Evaluates an expression in the page and awaits a promise. */
	evaluate(expression: string): Promise<unknown>;
	press(key: string): Promise<void>;
	send(method: string, params?: Record<string, unknown>): Promise<Record<string, unknown>>;
};

type Browser = {
	readonly connection: ReturnType<typeof connect>;
	/** Whether the process waits for the browser. */
	readonly hold: (isHeld: boolean) => void;
	/** How many pages are open. */
	pages: number;
};

/** A start takes as long as a test, so the tests of a process share a browser, in which each page has a profile of its own. */
let running: Browser | null = null;

function startBrowser(): Browser {
	const profile = mkdtempSync(path.join(tmpdir(), 'streamscope-chromium-'));
	const child = spawn(
		chromium.file,
		[
			'--headless',
			'--no-sandbox',
			'--disable-gpu',
			'--disable-dev-shm-usage',
			'--remote-debugging-pipe',
			`--user-data-dir=${profile}`,
			'about:blank',
		],
		{stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']},
	);
	process.once('exit', () => {
		child.kill('SIGKILL');
		rmSync(profile, {recursive: true, force: true, maxRetries: 5});
	});
	child.once('exit', () => {
		running = null;
	});
	const pipes = child.stdio.slice(3) as Socket[];
	return {
		connection: connect(child),
		pages: 0,
		hold(isHeld) {
			for (const one of [child, ...pipes]) {
				one[isHeld ? 'ref' : 'unref']();
			}
		},
	};
}

export async function openPage(url: string, size: {width: number; height: number}): Promise<ChromiumPage> {
	running ??= startBrowser();
	const browser = running;
	const release = () => {
		browser.pages--;
		browser.hold(browser.pages > 0);
	};
	browser.pages++;
	browser.hold(true);
	try {
		return await openPageIn(browser, release, url, size);
	} catch (error) {
		release();
		throw error;
	}
}

async function openPageIn(
	{connection}: Browser,
	release: () => void,
	url: string,
	size: {width: number; height: number},
): Promise<ChromiumPage> {
	const {browserContextId} = await connection.send('Target.createBrowserContext');
	const {targetId} = await connection.send('Target.createTarget', {url: 'about:blank', browserContextId});
	const {sessionId} = await connection.send('Target.attachToTarget', {targetId, flatten: true});
	const session = connection.session(String(sessionId));
	const {send, told} = session;
	for (const domain of ['Page', 'Runtime', 'Network', 'Log', 'Security']) {
		await send(`${domain}.enable`);
	}

	await send('Emulation.setDeviceMetricsOverride', {...size, deviceScaleFactor: 1, mobile: size.width < 600});
	const loaded = session.event('Page.loadEventFired');
	await send('Page.navigate', {url});
	await loaded;
	return {
		told,
		send,
		async evaluate(expression) {
			const {result, exceptionDetails} = await send('Runtime.evaluate', {
				expression,
				returnByValue: true,
				awaitPromise: true,
			});
			if (exceptionDetails !== undefined) {
				throw new Error(JSON.stringify(exceptionDetails));
			}

			return (result as {value?: unknown}).value;
		},
		async press(key) {
			const text = key.length === 1 ? {text: key} : {};
			await send('Input.dispatchKeyEvent', {type: 'keyDown', key, ...text});
			await send('Input.dispatchKeyEvent', {type: 'keyUp', key});
		},
		async [Symbol.asyncDispose]() {
			await connection.send('Target.disposeBrowserContext', {browserContextId});
			session.end();
			release();
		},
	};
}

/** Messages are JSON texts, each followed by a zero byte. */
function connect(child: ChildProcess) {
	const input = child.stdio[3] as Writable;
	const output = child.stdio[4] as Readable;
	const waiting = new Map<number, (message: Message) => void>();
	const listeners = new Map<string, (message: Message) => void>();
	// Otherwise the test would wait for an answer that never arrives.
	const gone = once(child, 'exit').then(([code, signal]) => {
		throw new Error(`Chromium ended, with ${signal ?? `code ${code}`}`);
	});
	gone.catch(() => {});
	let rest = '';
	let count = 0;
	output.setEncoding('utf8').on('data', (text: string) => {
		const messages = (rest + text).split('\0');
		rest = messages.pop() ?? '';
		for (const json of messages) {
			const message = JSON.parse(json) as Message;
			if (message.id === undefined) {
				listeners.get(message.sessionId ?? '')?.(message);
			} else {
				waiting.get(message.id)?.(message);
				waiting.delete(message.id);
			}
		}
	});

	const send = async (method: string, params: Record<string, unknown> = {}, sessionId?: string) => {
		count++;
		const id = count;
		const answer = new Promise<Message>(resolve => waiting.set(id, resolve));
		input.write(`${JSON.stringify({id, method, params, ...(sessionId ? {sessionId} : {})})}\0`);
		const {result, error} = await Promise.race([gone, answer]);
		if (error) {
			throw new Error(`${method}: ${error.message}`);
		}

		return result ?? {};
	};

	return {
		send,
		/** What is sent to one page, and what it says. */
		session(sessionId: string) {
			const told: Message[] = [];
			const events = new Map<string, () => void>();
			listeners.set(sessionId, message => {
				told.push(message);
				events.get(message.method ?? '')?.();
			});
			return {
				told,
				event: (method: string) =>
					Promise.race([gone, new Promise<void>(resolve => events.set(method, resolve))]),
				send: (method: string, params: Record<string, unknown> = {}) => send(method, params, sessionId),
				end: () => listeners.delete(sessionId),
			};
		},
	};
}
