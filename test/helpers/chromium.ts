import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import type {Readable, Writable} from 'node:stream';
import {neededProgram} from './needed-program.js';
import {temporaryFolder} from './temporary-folder.js';

export const chromium = neededProgram('chromium', ['chromium', 'chromium-browser', 'google-chrome']);

type Message = {
	readonly id?: number;
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

export async function openPage(url: string, size: {width: number; height: number}): Promise<ChromiumPage> {
	const profile = temporaryFolder();
	const child = spawn(
		chromium.file,
		[
			'--headless',
			'--no-sandbox',
			'--disable-gpu',
			'--disable-dev-shm-usage',
			'--remote-debugging-pipe',
			`--user-data-dir=${profile.path}`,
			'about:blank',
		],
		{stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']},
	);
	const connection = connect(child);
	const {targetInfos} = await connection.send('Target.getTargets');
	const targets = targetInfos as ReadonlyArray<{type: string; targetId: string}>;
	const targetId = targets.find(({type}) => type === 'page')?.targetId;
	const {sessionId} = await connection.send('Target.attachToTarget', {targetId, flatten: true});
	const send = (method: string, params = {}) => connection.send(method, params, sessionId);
	for (const domain of ['Page', 'Runtime', 'Network', 'Log', 'Security']) {
		await send(`${domain}.enable`);
	}

	await send('Emulation.setDeviceMetricsOverride', {...size, deviceScaleFactor: 1, mobile: size.width < 600});
	const loaded = connection.event('Page.loadEventFired');
	await send('Page.navigate', {url});
	await loaded;
	return {
		told: connection.told,
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
			const exit = once(child, 'exit');
			child.kill('SIGKILL');
			await exit;
			profile[Symbol.dispose]();
		},
	};
}

/** Messages are JSON texts, each followed by a zero byte. */
function connect(child: ChildProcess) {
	const input = child.stdio[3] as Writable;
	const output = child.stdio[4] as Readable;
	const told: Message[] = [];
	const waiting = new Map<number, (message: Message) => void>();
	const events = new Map<string, () => void>();
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
				told.push(message);
				events.get(message.method ?? '')?.();
			} else {
				waiting.get(message.id)?.(message);
				waiting.delete(message.id);
			}
		}
	});

	return {
		told,
		event: (method: string) =>
			Promise.race([gone, new Promise<void>(resolve => events.set(method, resolve))]),
		async send(method: string, params: Record<string, unknown> = {}, sessionId?: unknown) {
			count++;
			const id = count;
			const answer = new Promise<Message>(resolve => waiting.set(id, resolve));
			input.write(`${JSON.stringify({id, method, params, ...(sessionId ? {sessionId} : {})})}\0`);
			const {result, error} = await Promise.race([gone, answer]);
			if (error) {
				throw new Error(`${method}: ${error.message}`);
			}

			return result ?? {};
		},
	};
}
