import path from 'node:path';
import {appendPrompt, readPrompts} from './prompt-file.js';

/** The file of filters in the program’s data folder: lines like those of the prompts. */
export function filterFile(data: string): string {
	return path.join(data, 'filters.ndjson');
}

/** The kept filters, each once, the newest first. None if the file cannot be read. */
export function readFilters(file: string, most: number): readonly string[] {
	const texts = readPrompts(file).map(({text}) => text);
	return [...new Set(texts.reverse())].slice(0, most);
}

/** Appends a filter, for the owner alone to read. `secrets` become `…`. Throws the system's error if it cannot be written. */
export function appendFilter(file: string, text: string, secrets: readonly string[] = []): void {
	appendPrompt(file, {session: '', text}, secrets, maxBytes);
}

/** Enough for some thousand filters. */
const maxBytes = 64 * 1024;
