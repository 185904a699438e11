import type {PriceList} from '../../messages/prices.js';
import type {RecorderStatus} from '../../recording/open-recorder.js';
import type {SessionSummary} from '../../recording/summarise-session.js';
import {describeFailure, isSystemError} from '../../text/describe-failure.js';
import {createStore, type Store} from '../../ui/screen/store.js';
import type {SessionList} from '../../ui/sessions/session-list.js';
import type {SessionPickerServices} from '../../ui/sessions/session-picker.js';
import {savedSessions} from '../saved-sessions.js';
import {readSessions} from './read-sessions.js';
import {sessionChanges} from './session-changes.js';
import {sessionTexts} from './session-texts.js';

export type SessionChooserOptions = {
	readonly folder: string;
	/** The folder of deleted sessions. */
	readonly trash: string;
	readonly prices: PriceList;
	/** The session that is open here. */
	readonly present: RecorderStatus | null;
	/** Gives it a title. */
	renamePresent(title: string | null): void;
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
	renamePresent,
	back,
	open,
}: SessionChooserOptions): SessionPickerServices {
	const list = createStore<SessionList>({
		sessions: [],
		isLoading: true,
		texts: new Map(),
		isSearching: false,
		preview: null,
		problem: null,
		notice: null,
	});
	const fail = (error: unknown) => list.update(state => ({...state, problem: messageOf(error)}));
	const tell = (error: unknown) => {
		list.update(state => ({...state, isLoading: false}));
		fail(error);
	};

	const fileOf = (id: string) => {
		const file = savedSessions(folder).find(session => session.id === id)?.path;
		if (file === undefined) {
			// Another program deleted it.
			list.update(state => ({...state, sessions: state.sessions.filter(one => one.id !== id)}));
			throw new Error('this session no longer exists');
		}

		return file;
	};

	const isPresent = (file: string) => present?.ok === true && present.path === file;

	const choose = async (id: string) => {
		const file = fileOf(id);
		if (back !== null && isPresent(file)) {
			back();
		} else {
			await open(file);
		}
	};

	const filled = fill(list, readSessions(folder, prices)).catch(tell);
	return {
		list,
		wallTime: () => Date.now(),
		cancel: back,
		pick: id => void choose(id).catch(tell),
		...sessionChanges({list, folder, trash, fileOf, fail, isPresent, renamePresent}),
		...sessionTexts({list, filled, folder}),
	};
}

/** Sessions at first and later between two updates: a screenful at once, then few frames. */
const firstUpdates = 10;
const sessionsPerUpdate = 25;

async function fill(list: Store<SessionList>, sessions: AsyncIterable<SessionSummary>): Promise<void> {
	let read: SessionSummary[] = [];
	const show = () => {
		const more = read;
		read = [];
		list.update(state => ({...state, sessions: [...state.sessions, ...more]}));
	};

	for await (const summary of sessions) {
		read.push(summary);
		if (list.state.sessions.length < firstUpdates || read.length === sessionsPerUpdate) {
			show();
		}
	}

	show();
	list.update(state => ({...state, isLoading: false}));
}

function messageOf(error: unknown): string {
	return isSystemError(error)
		? describeFailure(error, 'read')
		: error instanceof Error
			? error.message
			: String(error);
}
