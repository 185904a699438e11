import type {ListState} from '../screen/list-state.js';

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

/** The saved sessions read so far, the newest first. */
export type SessionList = {
	readonly sessions: readonly SessionItem[];
	readonly isLoading: boolean;
	/** Why the chosen session could not be opened or deleted. */
	readonly problem: string | null;
	/** What was done last. */
	readonly notice: string | null;
};

/** The sessions that contain every word of a query: in the title or the first prompt, the model, or the id. */
export function searchSessions(sessions: readonly SessionItem[], query: string): readonly SessionItem[] {
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	return sessions.filter(({id, title, firstPrompt, model}) => {
		const text = `${title ?? ''}\n${firstPrompt}\n${model ?? ''}\n${id}`.toLowerCase();
		return words.every(word => text.includes(word));
	});
}

/** The state of the picker. */
export type PickerState = {
	readonly query: string;
	readonly list: ListState;
};
