import {existsSync} from 'node:fs';
import path from 'node:path';
import type {PlacedLine} from '../../recording/recording.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {recordedDemo} from '../record-demo.js';
import {UsageError} from '../usage-error.js';
import type {ChatTarget} from './chat-target.js';

/** Plays what a recorded session played, at its speed unless another one is chosen. Returns a notice if that cannot be had, and then plays `chat`. */
export async function resumeDemo(
	others: readonly PlacedLine[],
	{demo, loadScenarios}: Pick<ChatTarget, 'demo' | 'loadScenarios'>,
	keepsSpeed: boolean,
): Promise<string | null> {
	const {scenario, speed, file} = recordedDemo(others);
	const paced = keepsSpeed ? {} : {speed};
	const problem = file === undefined ? null : await problemOf(file, loadScenarios);
	if (problem === null && demo.scenarios.some(({name}) => name === scenario)) {
		await demo.play({scenario, ...paced});
		return null;
	}

	await demo.play({scenario: 'chat', ...paced});
	const what = problem ?? `The scenario ${scenario} is missing`;
	return sanitizeLine(`${what}, so chat plays. --demo FILE names another.`);
}

async function problemOf(file: string, load: ChatTarget['loadScenarios']): Promise<string | null> {
	try {
		await load(file);
		return null;
	} catch (error) {
		if (error instanceof UsageError) {
			return `${path.basename(file)} ${existsSync(file) ? 'has mistakes' : 'is missing'}`;
		}

		throw error;
	}
}
