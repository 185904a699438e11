import {readTurns} from '../../recording/read-turns.js';
import type {Store} from '../../ui/screen/store.js';
import type {SessionList} from '../../ui/sessions/session-list.js';
import type {SessionPickerServices} from '../../ui/sessions/session-picker.js';
import {savedSessions} from '../saved-sessions.js';

export type SessionTextsOptions = {
	readonly list: Store<SessionList>;
	/** Resolves once the list has all sessions. */
	readonly filled: Promise<void>;
	readonly folder: string;
};

/** A frame of the list costs more than reading a session. */
const sessionsPerUpdate = 20;

/** Nobody searches for what comes after so many characters of one session. */
const maxText = 2_000_000;

/** Reads the texts of the saved sessions: of one for its preview, of all for the search. Files that cannot be read are skipped. */
export function sessionTexts({
	list,
	filled,
	folder,
}: SessionTextsOptions): Pick<SessionPickerServices, 'search' | 'stopSearch' | 'preview'> {
	let search: AbortController | null = null;
	let preview = new AbortController();

	const readAll = async (signal: AbortSignal) => {
		await filled;
		let texts = new Map(list.state.texts);
		for (const file of savedSessions(folder)) {
			if (signal.aborted) {
				break;
			}

			if (texts.has(file.id)) {
				continue;
			}

			const turns = await readTurns(file, signal).catch(() => []);
			const text = turns.map(({prompt, answer}) => `${prompt}\n${answer}`).join('\n');
			texts.set(file.id, text.slice(0, maxText).toLowerCase());
			if (texts.size % sessionsPerUpdate === 0) {
				list.update(state => ({...state, texts}));
				texts = new Map(texts);
			}
		}

		list.update(state => ({...state, texts, isSearching: false}));
	};

	return {
		search() {
			if (search === null) {
				search = new AbortController();
				list.update(state => ({...state, isSearching: true}));
				void readAll(search.signal);
			}
		},
		stopSearch() {
			search?.abort();
		},
		preview(id) {
			preview.abort();
			preview = new AbortController();
			const {signal} = preview;
			const file = savedSessions(folder).find(session => session.id === id);
			if (file === undefined) {
				return;
			}

			readTurns(file, signal)
				.catch(() => [])
				.then(turns => {
					if (!signal.aborted) {
						list.update(state => ({...state, preview: {id, turns}}));
					}
				});
		},
	};
}
