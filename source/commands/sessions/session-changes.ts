import {moveSession, renameSession, type SessionChange} from '../../recording/change-session.js';
import {sessionIdOf} from '../../recording/session-name.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {Store} from '../../ui/screen/store.js';
import type {SessionItem, SessionList} from '../../ui/sessions/session-list.js';
import type {SessionPickerServices} from '../../ui/sessions/session-picker.js';

export type SessionChangesOptions = {
	readonly folder: string;
	/** The folder of deleted sessions. */
	readonly trash: string;
	readonly list: Store<SessionList>;
	fileOf(id: string): string;
	fail(error: unknown): void;
	/** Whether a file is that of the session that is open here. */
	isPresent(file: string): boolean;
	renamePresent(title: string | null): void;
};

/** Renames sessions, and moves them to the trash and back. The list keeps in step. */
export function sessionChanges({
	list,
	folder,
	trash,
	fileOf,
	fail,
	isPresent,
	renamePresent,
}: SessionChangesOptions): Pick<SessionPickerServices, 'remove' | 'restore' | 'rename'> {
	const removed: Array<{readonly session: SessionItem; readonly place: string}> = [];
	const move = (file: () => string, to: string, moved: (place: string) => void) => {
		try {
			check(moveSession(file(), to, moved));
		} catch (error) {
			fail(error);
		}
	};

	return {
		rename(id, typed) {
			const title = typed.trim() === '' ? null : typed.trim();
			try {
				const file = fileOf(id);
				if (isPresent(file)) {
					renamePresent(title);
				} else {
					check(renameSession(file, title));
				}

				list.update(state => ({
					...state,
					sessions: state.sessions.map(one => (one.id === id ? {...one, title} : one)),
					problem: null,
					notice: title === null ? 'The title is gone.' : `Renamed: ${sanitizeLine(title)}.`,
				}));
			} catch (error) {
				fail(error);
			}
		},
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

function check(outcome: SessionChange): void {
	if (outcome !== 'done') {
		throw new Error(outcome === 'in use' ? 'this session is open' : 'this is not a streamscope session');
	}
}

/** Enough of a session's name to recognise it in one row. */
function nameOf({title, firstPrompt}: SessionItem): string {
	const name = sanitizeLine(title ?? firstPrompt);
	return name.length > 30 ? `${name.slice(0, 29)}…` : name;
}
