import {setTimeout as delay} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import type {BenchServer} from './bench-server.js';
import type {Probe} from './open-probe.js';
import {type RecordedTerminal, recordTerminal} from './recorded-terminal.js';

/** What is measured: the program's file, and the server for the program and the floor. */
export type BenchSubject = {readonly server: BenchServer; readonly program: string};

/** The text of the empty prompt, which shows that the program accepts input. */
const readySign = 'Type a message';

const floorScript = fileURLToPath(new URL('floor.mjs', import.meta.url));

const start = (args: readonly string[], probe?: Probe): RecordedTerminal =>
	recordTerminal({
		args: [...(probe?.nodeArgs ?? []), ...args],
		columns: 200,
		rows: 50,
		env: {ANTHROPIC_API_KEY: 'bench', ...probe?.env},
	});

export const startFloor = ({server}: BenchSubject, probe?: Probe): RecordedTerminal =>
	start([floorScript, server.url], probe);

/** The probe measures what is visible only from inside, and costs time itself. */
export const startProgram = (
	{server, program}: {readonly server: Pick<BenchServer, 'url'>; readonly program: string},
	probe?: Probe,
): RecordedTerminal => start([program, '--base-url', server.url], probe);

/** The screen is complete when its first and last rows and the prompt between them are there. */
const isWholeScreen = (rows: readonly string[]): boolean =>
	rows.at(0) !== '' && rows.at(-1) !== '' && rows.some(row => row.includes(readySign));

/** Waits for the prompt and until startup work is done. Returns the time of the first complete frame. */
export const programReady = async (terminal: RecordedTerminal): Promise<number> => {
	let firstFrameAt: number | undefined;
	for (let tries = 0; tries < 50 && firstFrameAt === undefined; tries++) {
		await terminal.quiet(300, 1000);
		await terminal.replay((at, rows) => {
			firstFrameAt ??= isWholeScreen(rows) ? at : undefined;
		});
	}

	if (firstFrameAt === undefined) {
		throw new Error(`The program did not show its prompt ("${readySign}")\n${terminal.picture()}`);
	}

	return firstFrameAt;
};

/** Types a prompt, waits until it is shown, sends it, and waits for the request. */
export const submitPrompt = async (terminal: RecordedTerminal, requested: Promise<void>): Promise<void> => {
	const frames = terminal.frames();
	terminal.write('go');
	// Enter in the same read as the text would be taken for text, so it is sent after the text is shown.
	for (let waited = 0; terminal.frames() === frames && waited < 5000; waited += 10) {
		await delay(10);
	}

	await terminal.quiet(60, 1000);
	terminal.write('\r');
	try {
		await requested;
	} catch (error) {
		await terminal.replay();
		throw new Error(`The program sent no request\n${terminal.picture()}`, {cause: error});
	}
};

/** Whether the last words of an answer and its last event are on the screen. */
export const showsWholeAnswer = (rows: readonly string[], lastMarker: string): boolean =>
	rows.some(row => row.includes(lastMarker)) && rows.some(row => /(?:message|msg)_stop/.test(row));
