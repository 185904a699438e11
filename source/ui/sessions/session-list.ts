import type {ListState} from '../screen/list-state.js';

/** A saved session as a list shows it. `firstPrompt` stands in for a title that nobody gave; `changedAt` is in milliseconds since 1970. */
export type SessionItem = {
	readonly id: string;
	readonly title: string | null;
	readonly firstPrompt: string;
	readonly changedAt: number;
	readonly model: string | null;
	readonly turns: number;
	readonly inputTokens: number;
	readonly outputTokens: number;
	/** Another process is writing to it. */
	readonly isOpen: boolean;
};

/** The saved sessions, as far as they have been read, the newest first. */
export type SessionList = {
	readonly sessions: readonly SessionItem[];
	readonly isLoading: boolean;
	/** Why the one that was chosen could not be opened. */
	readonly problem: string | null;
};

/** The sessions in which every word of a query is found: in the title or the first prompt, the model, or the id. */
export function searchSessions(sessions: readonly SessionItem[], query: string): readonly SessionItem[] {
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	return sessions.filter(({id, title, firstPrompt, model}) => {
		const text = `${title ?? ''}\n${firstPrompt}\n${model ?? ''}\n${id}`.toLowerCase();
		return words.every(word => text.includes(word));
	});
}

/** What the picker remembers. */
export type PickerState = {
	readonly query: string;
	readonly list: ListState;
};
