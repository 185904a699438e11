import {type Buffer, isUtf8} from 'node:buffer';
import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {readScenarioFile} from '../demo/scenario-files/read-scenario-file.js';
import type {ScenarioFile} from '../demo/scenario-files/scenario-file.js';
import {describeFailure, isSystemError} from '../text/describe-failure.js';
import {sanitizeLine} from '../text/sanitize.js';
import {scenarioExtensions} from './scenario-extensions.js';
import {UsageError} from './usage-error.js';

export type LoadedScenario = {readonly file: string; readonly scenario: ScenarioFile};

export type LoadedScenarios = {
	readonly loaded: readonly LoadedScenario[];
	/** A line for each problem: `FILE:LINE: what is wrong`. */
	readonly problems: readonly string[];
};

/** The largest file that is read, in bytes. */
const fileLimit = 1_000_000;

/** Reads scenario files, and those of folders. Throws a `UsageError` if one cannot be read or a folder has none. */
export function loadScenarios(paths: readonly string[]): LoadedScenarios {
	const loaded: LoadedScenario[] = [];
	const problems: string[] = [];
	for (const file of paths.flatMap(filesAt)) {
		const bytes = contentOf(file);
		const text = bytes.toString();
		const broken = isUtf8(bytes) ? -1 : text.split('\n').findIndex(line => line.includes('\uFFFD'));
		if (broken >= 0) {
			problems.push(
				sanitizeLine(`${file}:${broken + 1}: This is not text in UTF-8. Save the file in that encoding.`),
			);
			continue;
		}

		const read = readScenarioFile(text, path.parse(file).name.toLowerCase());
		if ('problems' in read) {
			problems.push(...read.problems.map(({line, problem}) => sanitizeLine(`${file}:${line}: ${problem}`)));
			continue;
		}

		const {name} = read.scenario;
		const other = loaded.find(({scenario}) => scenario.name === name);
		if (other === undefined) {
			loaded.push({file, scenario: read.scenario});
		} else {
			problems.push(
				sanitizeLine(
					`${file}:1: The name ${name} is taken by ${other.file}. Add a line such as "name: ${name}-2".`,
				),
			);
		}
	}

	return {loaded, problems};
}

/** Reads scenario files that must be right. Throws a `UsageError` that lists what is wrong. */
export function requireScenarios(paths: readonly string[]): readonly ScenarioFile[] {
	const {loaded, problems} = loadScenarios(paths);
	if (problems.length > 0) {
		throw new UsageError(problems.join('\n'), 'docs/scenarios.md lists the words of a scenario file.');
	}

	return loaded.map(({scenario}) => scenario);
}

function filesAt(name: string): readonly string[] {
	return reading(name, () => {
		if (!statSync(name).isDirectory()) {
			return [name];
		}

		const files = readdirSync(name)
			.filter(file => scenarioExtensions.some(extension => file.endsWith(extension)))
			.sort()
			.map(file => path.join(name, file));
		if (files.length === 0) {
			throw new UsageError(
				`${name} has no scenario files.`,
				`Their names end in ${scenarioExtensions.join(' or ')}.`,
			);
		}

		return files;
	});
}

function contentOf(file: string): Buffer {
	return reading(file, () => {
		const stats = statSync(file);
		if (!stats.isFile() || stats.size > fileLimit) {
			throw new UsageError(
				`${file} is not a scenario: ${stats.isFile() ? 'it has more than 1 MB' : 'it is not a file'}.`,
				'Choose another file.',
			);
		}

		return readFileSync(file);
	});
}

function reading<T>(name: string, read: () => T): T {
	try {
		return read();
	} catch (error) {
		throw isSystemError(error)
			? new UsageError(`Cannot read ${name}: ${describeFailure(error, 'read')}.`, 'Choose another file.')
			: error;
	}
}
