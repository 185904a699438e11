// Draws the running program as an SVG: starts the built program in a pseudoterminal, takes the steps given, and writes the frame.
// Usage: node scripts/with-node.mjs --import tsx scripts/picture.ts [--columns N] [--rows N] [--demo SCENARIO] [--demo-speed X]
//        [--demo-seed N] [--title TEXT] [--output FILE] [STEP…]
// A step is type=TEXT, press=KEY[,KEY…] or wait=REGEX (until the screen matches).

import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {openTerminal, type Terminal} from '../test/helpers/terminal.js';
import {frameToSvg} from './frame-to-svg.js';

const readmeSteps = [
	'wait=Type a message',
	'type=How do large language models work?',
	'press=enter',
	String.raw`wait=complete\b.*TTFT`,
];

const takeStep = async (terminal: Terminal, step: string): Promise<void> => {
	const separator = step.indexOf('=');
	const value = step.slice(separator + 1);
	switch (step.slice(0, separator)) {
		case 'type': {
			terminal.write(value);
			// Keys in the same read as the text would be taken for text.
			await terminal.waitFor(value.slice(-20));
			return;
		}

		case 'press': {
			terminal.press(...value.split(','));
			return;
		}

		case 'wait': {
			await terminal.waitFor(new RegExp(value), {timeout: 60_000});
			return;
		}

		default: {
			throw new Error(`Unknown step "${step}": use type=TEXT, press=KEY or wait=REGEX`);
		}
	}
};

const {values, positionals} = parseArgs({
	allowPositionals: true,
	options: {
		columns: {type: 'string', default: '120'},
		rows: {type: 'string', default: '36'},
		demo: {type: 'string', default: 'chat'},
		'demo-speed': {type: 'string', default: '4'},
		'demo-seed': {type: 'string', default: '1'},
		title: {type: 'string', default: 'streamscope'},
		output: {type: 'string', default: 'docs/picture.svg'},
	},
});

await using terminal = openTerminal({
	args: ['--demo', values.demo, '--demo-speed', values['demo-speed'], '--demo-seed', values['demo-seed']],
	columns: Number(values.columns),
	rows: Number(values.rows),
});
for (const step of positionals.length > 0 ? positionals : readmeSteps) {
	await takeStep(terminal, step);
}

await mkdir(path.dirname(values.output), {recursive: true});
const frame = {cells: terminal.cells(), cursor: terminal.cursor(), title: values.title};
await writeFile(values.output, frameToSvg(frame));
process.stdout.write(`${values.output}\n`);
