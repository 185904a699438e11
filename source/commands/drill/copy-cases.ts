import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {caseFiles} from '../../drill/case-files.js';
import {describeFailure, isSystemError} from '../../text/describe-failure.js';
import {UsageError} from '../usage-error.js';
import {chooseCases, unknownCase} from './choose-cases.js';

const named = caseFiles.map(([name, text]) => ({name, text}));

/** The scenario file of a built-in case. Throws a `UsageError` if there is none of that name. */
export function caseText(name: string): string {
	const found = named.find(file => file.name === name);
	if (found === undefined) {
		throw unknownCase(name, named);
	}

	return found.text;
}

/**
 * Writes built-in cases into a folder, which is made if it is missing: those whose names hold one of the words, or all. Returns how many. Throws
 * a `UsageError` if one exists, before any is written, or cannot be written.
 */
export function exportCases(folder: string, words: readonly string[] | undefined): number {
	const files = chooseCases(named, words).map(({name, text}) => ({
		file: path.join(folder, `${name}.scenario`),
		text,
	}));
	const taken = files.find(({file}) => existsSync(file));
	if (taken !== undefined) {
		throw new UsageError(`${taken.file} already exists.`, 'Choose a new folder. No case was written.');
	}

	try {
		mkdirSync(folder, {recursive: true});
		for (const {file, text} of files) {
			writeFileSync(file, text, {flag: 'wx'});
		}
	} catch (error) {
		throw isSystemError(error)
			? new UsageError(
					`The cases could not be written to ${folder}: ${describeFailure(error)}.`,
					'Choose another folder.',
				)
			: error;
	}

	return files.length;
}
