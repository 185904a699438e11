import {readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {isSystemError} from '../../text/describe-failure.js';

/** A file to inspect. `isNamed` is false for one that was found in a folder, which need not be a capture. */
export type FileToInspect = {readonly file: string; readonly isNamed: boolean};

/** The files that are named, and in place of a folder all files in it and below, in order of their names. Hidden ones are left out. */
export function filesToInspect(names: readonly string[]): readonly FileToInspect[] {
	return names.flatMap((name): readonly FileToInspect[] =>
		isFolder(name) ? filesIn(name).map(file => ({file, isNamed: false})) : [{file: name, isNamed: true}],
	);
}

function isFolder(name: string): boolean {
	try {
		return name !== '-' && statSync(name, {throwIfNoEntry: false})?.isDirectory() === true;
	} catch (error) {
		// What cannot be looked at is reported where it is opened.
		if (isSystemError(error)) {
			return false;
		}

		throw error;
	}
}

function filesIn(folder: string): readonly string[] {
	return readdirSync(folder, {recursive: true, withFileTypes: true})
		.filter(entry => entry.isFile())
		.map(({parentPath, name}) => path.join(parentPath, name))
		.filter(file => !path.relative(folder, file).split(path.sep).some(isSkipped))
		.sort();
}

function isSkipped(name: string): boolean {
	return name.startsWith('.') || name === 'node_modules';
}
