// Draws the running program as an SVG that moves: starts the built program in a pseudoterminal, takes the steps given, and films the screen.
// Usage: node scripts/with-node.mjs --import tsx scripts/picture.ts [--columns N] [--rows N] [--demo SCENARIO] [--demo-speed X]
//        [--demo-seed N] [--title TEXT] [--output FILE] [--still] [STEP…]
// A step is type=TEXT, press=KEY[,KEY…], wait=REGEX (until the screen matches) or look=MILLISECONDS. --still draws the last frame alone.

import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {performance} from 'node:perf_hooks';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {openTerminal, type Terminal} from '../test/helpers/terminal.js';
import {filmToSvg, type Shot} from './film-to-svg.js';
import {frameToSvg} from './frame-to-svg.js';

/** In milliseconds: between two shots, between two letters, between two keys, and for the last shot. */
const times = {shot: 200, letter: 50, key: 450, hold: 6000};

/** In bytes: a page that shows the picture should not be kept waiting. */
const limit = 300_000;

/** A question, its answer with its events, some steps back in time, and the live end again. */
const readmeSteps = [
	'wait=Type a message',
	'look=1500',
	'type=How do large language models work?',
	'press=enter',
	String.raw`wait=complete\b.*TTFT`,
	'look=1200',
	'press=tab,tab,up,up,up,up',
	'look=800',
	...Array.from({length: 8}, () => 'press=,'),
	'look=2000',
	'press=0,escape',
	'look=500',
];

const takeStep = async (terminal: Terminal, step: string): Promise<void> => {
	const separator = step.indexOf('=');
	const value = step.slice(separator + 1);
	switch (step.slice(0, separator)) {
		case 'type': {
			for (const letter of value) {
				terminal.write(letter);
				await setTimeout(times.letter);
			}

			// Keys in the same read as the text would be taken for text.
			await terminal.waitFor(value.slice(-20));
			return;
		}

		case 'press': {
			for (const key of value === ',' ? [value] : value.split(',')) {
				terminal.press(key);
				await setTimeout(times.key);
			}

			return;
		}

		case 'wait': {
			await terminal.waitFor(new RegExp(value), {timeout: 60_000});
			return;
		}

		case 'look': {
			await setTimeout(Number(value));
			return;
		}

		default: {
			throw new Error(`Unknown step "${step}": use type=TEXT, press=KEY, wait=REGEX or look=MILLISECONDS`);
		}
	}
};

/** Takes a shot of each change until it is stopped. The first one is what the screen shows when the camera starts. */
const startCamera = (terminal: Terminal): {readonly stop: () => readonly Shot[]} => {
	const shots: Shot[] = [];
	const start = performance.now();
	let before = '';
	const shoot = () => {
		const frame = {cells: terminal.cells(), cursor: terminal.cursor()};
		const drawn = JSON.stringify(frame);
		if (!terminal.modes().synchronizedOutput && drawn !== before) {
			before = drawn;
			shots.push({...frame, at: shots.length === 0 ? 0 : Math.round(performance.now() - start)});
		}
	};
	shoot();
	const timer = setInterval(shoot, times.shot);
	return {
		stop() {
			clearInterval(timer);
			shoot();
			return shots;
		},
	};
};

const {values, positionals} = parseArgs({
	allowPositionals: true,
	options: {
		columns: {type: 'string', default: '120'},
		rows: {type: 'string', default: '36'},
		demo: {type: 'string', default: 'chat'},
		'demo-speed': {type: 'string', default: '2'},
		'demo-seed': {type: 'string', default: '1'},
		title: {type: 'string', default: 'streamscope'},
		output: {type: 'string', default: 'docs/picture.svg'},
		still: {type: 'boolean', default: false},
	},
});

await using terminal = openTerminal({
	args: [
		'--theme',
		'dark',
		'--demo',
		values.demo,
		'--demo-speed',
		values['demo-speed'],
		'--demo-seed',
		values['demo-seed'],
	],
	columns: Number(values.columns),
	rows: Number(values.rows),
});
const [first = '', ...steps] = positionals.length > 0 ? positionals : readmeSteps;
await takeStep(terminal, first);
const camera = startCamera(terminal);
for (const step of steps) {
	await takeStep(terminal, step);
}

const shots = camera.stop();
const last = shots.at(-1);
if (last === undefined) {
	throw new Error('The screen was never whole');
}

await mkdir(path.dirname(values.output), {recursive: true});
const svg = values.still
	? frameToSvg({...last, title: values.title})
	: filmToSvg(shots, values.title, times.hold);
if (svg.length > limit) {
	throw new Error(`The picture has ${svg.length} characters: take fewer or shorter steps`);
}

await writeFile(values.output, svg);
process.stdout.write(`${values.output}: ${shots.length} shots, ${Math.round(svg.length / 1000)} kB\n`);
