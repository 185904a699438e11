import {sanitizeLine} from '../text/sanitize.js';
import {segment} from '../text/segment.js';
import type {CommandContext} from './command-module.js';
import {type ExitCode, exitCodes} from './exit-code.js';
import {printRows} from './print-rows.js';
import {loadScenarios} from './scenario-paths.js';

/** Prints a line for each scenario and for each problem. Returns 1 if there are problems. Throws a `UsageError` if a file cannot be read. */
export function checkScenarios(paths: readonly string[], {stdout}: CommandContext): ExitCode {
	const {loaded, problems} = loadScenarios(paths);
	printRows(stdout, [
		...loaded.map(({file, scenario: {name, replies}}) => [
			segment(`${sanitizeLine(file)}: `),
			segment(name, 'good'),
			segment(`, ${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}`, 'dim'),
		]),
		...problems.map(problem => [segment(problem, 'bad')]),
	]);
	return problems.length === 0 ? exitCodes.fine : exitCodes.failed;
}
