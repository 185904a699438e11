import {appendFileSync, readFileSync, writeFileSync} from 'node:fs';
import {type CaseResult, type DrillResult, levelSigns} from '../../drill/drill-result.js';
import {describeFailure, isSystemError} from '../../text/describe-failure.js';
import {isObject, parseJson} from '../../wire/json.js';
import {UsageError} from '../usage-error.js';

/** Reads what `drill --json` printed. Throws a `UsageError` if a file cannot be read or is something else. */
export function readResults(files: readonly string[]): readonly DrillResult[] {
	if (files.length === 0) {
		throw new UsageError(
			'--matrix needs results of drill --json.',
			'Name their files, as in: streamscope drill --matrix a.json b.json > matrix.html',
		);
	}

	return files.map(file => {
		const value = parseJson(contentOf(file));
		if (!isResult(value)) {
			throw new UsageError(
				`${file} is not the result of a drill.`,
				'Make one with: streamscope drill --json -- COMMAND',
			);
		}

		return value;
	});
}

/** Makes the file if it is missing. Throws a `UsageError` if nothing can be written to it. */
export function requireWritable(file: string): void {
	writing(file, () => appendFileSync(file, ''));
}

/** Throws a `UsageError` if it cannot be written. */
export function writeResult(file: string, text: string): void {
	writing(file, () => writeFileSync(file, text));
}

function contentOf(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		throw isSystemError(error)
			? new UsageError(`Cannot read ${file}: ${describeFailure(error, 'read')}.`, 'Choose another file.')
			: error;
	}
}

function writing(file: string, write: () => void): void {
	try {
		write();
	} catch (error) {
		throw new UsageError(`${file} could not be written: ${describeFailure(error)}.`, 'Choose another file.');
	}
}

function isResult(value: unknown): value is DrillResult {
	return (
		isObject(value) &&
		value.type === 'drill' &&
		typeof value.client === 'string' &&
		typeof value.seed === 'number' &&
		Array.isArray(value.cases) &&
		value.cases.every(isCaseResult)
	);
}

function isCaseResult(value: unknown): value is CaseResult {
	return (
		isObject(value) &&
		typeof value.name === 'string' &&
		typeof value.summary === 'string' &&
		typeof value.level === 'string' &&
		Object.hasOwn(levelSigns, value.level) &&
		Array.isArray(value.judgements) &&
		value.judgements.every(judgement => isObject(judgement) && typeof judgement.words === 'string') &&
		(value.output === undefined || isOutput(value.output))
	);
}

function isOutput(value: unknown): boolean {
	return isObject(value) && typeof value.stdout === 'string' && typeof value.stderr === 'string';
}
