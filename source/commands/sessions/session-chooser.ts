import type {PriceList} from '../../messages/prices.js';
import {moveSession} from '../../recording/change-session.js';
import type {RecorderStatus} from '../../recording/open-recorder.js';
import {sessionIdOf} from '../../recording/session-name.js';
import type {SessionSummary} from '../../recording/summarise-session.js';
import {describeFailure, isSystemError} from '../../text/describe-failure.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {createStore, type Store} from '../../ui/screen/store.js';
import type {SessionItem, SessionList} from '../../ui/sessions/session-list.js';
import type {SessionPickerServices} from '../../ui/sessions/session-picker.js';
import {savedSessions} from '../saved-sessions.js';
import {readSessions} from './read-sessions.js';

export type SessionChooserOptions = {
	readonly folder: string;
	/** The folder of deleted sessions. */
	readonly trash: string;
	readonly prices: PriceList;
	/** The session that is open here. */
	readonly present: RecorderStatus | null;
	/** Goes back to it; `null` if there is none. */
	readonly back: (() => void) | null;
	/** Resumes the session in a file. */
	open(file: string): Promise<void>;
};

/** What the list of sessions needs. The list fills while the sessions are read. */
export function sessionChooser({
	folder,
	trash,
	prices,
	present,
	back,
	open,
}: SessionChooserOptions): SessionPickerServices {
	const list = createStore<SessionList>({sessions: [], isLoading: true, problem: null, notice: null});
	const fail = (error: unknown) => list.update(state => ({...state, problem: messageOf(error)}));
	const tell = (error: unknown) => {
		list.update(state => ({...state, isLoading: false}));
		fail(error);
	};

	const fileOf = (id: string) => {
		const file = savedSessions(folder).find(session => session.id === id)?.path;
		if (file === undefined) {
			throw new Error('this session no longer exists');
		}

		return file;
	};

	const choose = async (id: string) => {
		const file = fileOf(id);

		if (back !== null && present?.ok && present.path === file) {
			back();
		} else {
			await open(file);
		}
	};

	fill(list, readSessions(folder, prices)).catch(tell);
	return {
		list,
		wallTime: () => Date.now(),
		cancel: back,
		pick: id => void choose(id).catch(tell),
		...removals({list, folder, trash, fileOf, fail}),
	};
}

type RemovalOptions = Pick<SessionChooserOptions, 'folder' | 'trash'> & {
	readonly list: Store<SessionList>;
	fileOf(id: string): string;
	fail(error: unknown): void;
};

/** Moves sessions to the trash and back, and keeps the list in step. */
function removals({
	list,
	folder,
	trash,
	fileOf,
	fail,
}: RemovalOptions): Pick<SessionPickerServices, 'remove' | 'restore'> {
	const removed: Array<{readonly session: SessionItem; readonly place: string}> = [];
	const move = (file: () => string, to: string, moved: (place: string) => void) => {
		try {
			const outcome = moveSession(file(), to, moved);
			if (outcome !== 'done') {
				throw new Error(outcome === 'in use' ? 'this session is open' : 'this is not a streamscope session');
			}
		} catch (error) {
			fail(error);
		}
	};

	return {
		remove(id) {
			const session = list.state.sessions.find(one => one.id === id);
			if (session === undefined) {
				return;
			}

			move(
				() => fileOf(id),
				trash,
				place => {
					removed.push({session, place});
					list.update(state => ({
						...state,
						sessions: state.sessions.filter(one => one !== session),
						problem: null,
						notice: `Deleted: ${nameOf(session)}. Ctrl+Z restores it.`,
					}));
				},
			);
		},
		restore() {
			const last = removed.at(-1);
			if (last !== undefined) {
				move(
					() => last.place,
					folder,
					place => {
						removed.pop();
						const session = {...last.session, id: sessionIdOf(place)};
						list.update(state => ({
							...state,
							sessions: [...state.sessions, session].sort((a, b) => b.changedAt - a.changedAt),
							problem: null,
							notice: `Restored: ${nameOf(session)}.`,
						}));
					},
				);
			}
		},
	};
}

/** Enough of a session's name to recognise it in one row. */
function nameOf({title, firstPrompt}: SessionItem): string {
	const name = sanitizeLine(title ?? firstPrompt);
	return name.length > 30 ? `${name.slice(0, 29)}…` : name;
}

async function fill(list: Store<SessionList>, sessions: AsyncIterable<SessionSummary>): Promise<void> {
	for await (const summary of sessions) {
		list.update(state => ({...state, sessions: [...state.sessions, summary]}));
	}

	list.update(state => ({...state, isLoading: false}));
}

function messageOf(error: unknown): string {
	return isSystemError(error)
		? describeFailure(error, 'read')
		: error instanceof Error
			? error.message
			: String(error);
}
