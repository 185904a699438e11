import {atTop, type ListState} from '../screen/list-state.js';

/** A saved session as a list shows it. `firstPrompt` replaces a missing title; `changedAt` is in milliseconds since 1970. */
export type SessionItem = {
	readonly id: string;
	readonly title: string | null;
	readonly firstPrompt: string;
	readonly changedAt: number;
	readonly model: string | null;
	readonly turns: number;
	readonly inputTokens: number;
	readonly outputTokens: number;
	/** False if an output count, and so the cost, is an estimate. */
	readonly isFinal: boolean;
	/** In dollars; `null` where a price is not known. */
	readonly cost: number | null;
	/** Whether another process is writing to it. */
	readonly isOpen: boolean;
};

export type SessionPreview = {
	readonly id: string;
	readonly turns: ReadonlyArray<{readonly prompt: string; readonly answer: string}>;
};

/** The saved sessions read so far, the newest first. */
export type SessionList = {
	readonly sessions: readonly SessionItem[];
	readonly isLoading: boolean;
	/** The texts read so far, in lower case, by the id of their session. */
	readonly texts: ReadonlyMap<string, string>;
	/** Whether more texts are being read. */
	readonly isSearching: boolean;
	/** The turns of the session that was looked at last; `null` before it is read. */
	readonly preview: SessionPreview | null;
	/** Why the chosen session could not be opened or deleted. */
	readonly problem: string | null;
	/** What was done last. */
	readonly notice: string | null;
};

/**
 * The sessions that contain every word of a query: in the title or the first prompt, the model, the id, or the texts read so far. Those
 * found by their texts come last, so that the rows stay where they are while texts are being read.
 */
export function searchSessions(
	sessions: readonly SessionItem[],
	query: string,
	texts: SessionList['texts'] = new Map(),
): readonly SessionItem[] {
	const words = queryWords(query);
	const byFacts: SessionItem[] = [];
	const byTexts: SessionItem[] = [];
	for (const session of sessions) {
		const {id, title, firstPrompt, model} = session;
		const facts = `${title ?? ''}\n${firstPrompt}\n${model ?? ''}\n${id}`.toLowerCase();
		const others = words.filter(word => !facts.includes(word));
		const text = texts.get(id);
		if (others.length === 0) {
			byFacts.push(session);
		} else if (text !== undefined && others.every(word => text.includes(word))) {
			byTexts.push(session);
		}
	}

	return [...byFacts, ...byTexts];
}

export function queryWords(query: string): readonly string[] {
	return query.toLowerCase().split(/\s+/).filter(Boolean);
}

/** The state of the picker. */
export type PickerState = {
	readonly query: string;
	readonly list: ListState;
	/** The session that is being renamed, and its title so far. */
	readonly renaming: {readonly id: string; readonly title: string} | null;
};

export const initialPicker: PickerState = {query: '', list: atTop, renaming: null};
