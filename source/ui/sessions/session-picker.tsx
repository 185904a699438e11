import {Box, Text, useApp, useInput} from 'ink';
import {useEffect, useMemo, useRef, useState} from 'react';
import {paintRow} from '../../text/paint.js';
import {segment} from '../../text/segment.js';
import type {Theme} from '../../text/theme.js';
import {useStore} from '../hooks/use-store.js';
import {keyName} from '../screen/key-name.js';
import {smallest} from '../screen/layout.js';
import {atTop, type ListState, listWindow, moveSelection} from '../screen/list-state.js';
import {Pane} from '../screen/pane.js';
import type {Store} from '../screen/store.js';
import {useFrameSize} from '../screen/use-frame-size.js';
import {useTerminalModes} from '../screen/use-terminal-modes.js';
import {PickerField} from './picker-field.js';
import {layoutPicker} from './picker-layout.js';
import {headerRow, noneWords, statusRow} from './picker-rows.js';
import {PreviewPane} from './preview-pane.js';
import {
	initialPicker,
	type PickerState,
	queryWords,
	type SessionList,
	searchSessions,
} from './session-list.js';
import {sessionRows} from './session-row.js';

export type SessionPickerServices = {
	readonly list: Store<SessionList>;
	/** Resumes a session. */
	pick(id: string): void;
	/** Gives a session a title; an empty one removes it. */
	rename(id: string, title: string): void;
	/** Moves a session to the trash. */
	remove(id: string): void;
	/** Takes back the last removal that is left. */
	restore(): void;
	/** Reads the texts of all sessions, unless that has been begun. */
	search(): void;
	stopSearch(): void;
	/** Reads the turns of a session. */
	preview(id: string): void;
	/** Goes back to where the picker was opened; `null` if there is nothing to go back to. */
	readonly cancel: (() => void) | null;
	/** The time, in milliseconds since 1970. */
	wallTime(): number;
};

export type SessionPickerProps = {
	readonly services: SessionPickerServices;
	readonly theme: Theme;
	readonly hasTitle: boolean;
	readonly hasAlternateScreen: boolean;
	readonly canSwitchGraphemes: boolean;
};

/** The title and the column headings of the list. */
const listHead = 2;
/** A shorter word would be in every text. */
const minWord = 2;

/** Searches the saved sessions and lets the user choose one. */
export function SessionPicker({
	services,
	theme,
	hasTitle,
	hasAlternateScreen,
	canSwitchGraphemes,
}: SessionPickerProps) {
	const {exit} = useApp();
	useTerminalModes({
		hasMouse: false,
		canSwitchGraphemes,
		title: hasTitle ? 'sessions · streamscope' : null,
		focus: null,
	});
	const {width, height} = useFrameSize(hasAlternateScreen);
	const known = useStore(services.list);
	const {sessions, isLoading, texts, isSearching, preview} = known;
	const [state, setState] = useState<PickerState>(initialPicker);
	// Several keys may come before the next render, and the last one may delete.
	const newest = useRef(state);
	const change = (next: Partial<PickerState>) => {
		newest.current = {...newest.current, ...next};
		setState(newest.current);
	};

	const {query, list, renaming} = state;
	const found = useMemo(() => searchSessions(sessions, query, texts), [sessions, query, texts]);
	const places = layoutPicker({width, height});
	const room = Math.max(1, places.list.height - listHead);
	const {top, bottom, selected} = listWindow(list, found.length, room);
	const cancel = services.cancel ?? (() => exit());
	const chosen = found[selected]?.id ?? null;
	const hasPreview = places.preview !== null;
	useEffect(() => {
		if (chosen !== null && hasPreview) {
			services.preview(chosen);
		}
	}, [services, chosen, hasPreview]);
	// Whoever leaves the list needs no more texts.
	useEffect(() => services.stopSearch, [services]);

	const selectedNow = (text: string) => {
		const {sessions, texts} = services.list.state;
		const present = searchSessions(sessions, text, texts);
		// Text typed in the same chunk as Enter is not rendered yet.
		const index = text === query ? listWindow(newest.current.list, present.length, room).selected : 0;
		return present[index];
	};

	useInput((input, key) => {
		const name = keyName(input, key);
		const by = steps(room).get(name);
		if (name === 'ctrl+c') {
			cancel();
		} else if (newest.current.renaming === null) {
			const session = selectedNow(newest.current.query);
			if (by !== undefined) {
				const {sessions, texts} = services.list.state;
				const count = searchSessions(sessions, newest.current.query, texts).length;
				change({list: moved(newest.current.list, by, count, room)});
			} else if (name === 'ctrl+x' && session !== undefined) {
				services.remove(session.id);
			} else if (name === 'ctrl+r' && session !== undefined) {
				change({renaming: {id: session.id, title: session.title ?? ''}});
			} else if (name === 'ctrl+z') {
				services.restore();
			}
		}
	});

	if (width < smallest.width || height < smallest.height) {
		return <Text>{`This terminal is ${width}×${height}; streamscope needs 40×10.`}</Text>;
	}

	const [head = [], ...rows] = sessionRows(found.slice(top, bottom), services.wallTime(), places.list.width);
	const lines = [head, ...rows].map((row, index) =>
		paintRow(row, places.list.width, theme, index > 0 && top + index - 1 === selected),
	);
	const none = noneWords({isLoading: isLoading || isSearching, query});
	return (
		<Box flexDirection="column" width={width} height={height}>
			<Text wrap="truncate">{paintRow(headerRow(known, width), width, theme)}</Text>
			<Box height={height - 3}>
				<Pane
					title={[segment('Sessions ', 'title'), segment(String(found.length), 'dim')]}
					note={[]}
					place={places.list}
					top={1}
					isFocused
					theme={theme}
					lines={found.length > 0 ? lines : [theme.style(`  ${none}`, 'dim')]}
				/>
				{places.preview !== null && (
					<PreviewPane
						preview={preview === null || preview.id !== chosen ? null : preview}
						query={query}
						place={places.preview}
						theme={theme}
					/>
				)}
			</Box>
			<PickerField
				query={query}
				renaming={renaming}
				theme={theme}
				onQuery={value => {
					change({query: value, list: atTop});
					if (queryWords(value).some(word => word.length >= minWord)) {
						services.search();
					}
				}}
				onChoose={value => {
					const session = selectedNow(value);
					if (session !== undefined) {
						services.pick(session.id);
					}
				}}
				onBack={() => (services.list.state.isSearching ? services.stopSearch() : cancel())}
				onRenaming={next => change({renaming: next})}
				onRename={services.rename}
			/>
			<Text wrap="truncate">{paintRow(statusRow(known, renaming !== null), width, theme)}</Text>
		</Box>
	);
}

function steps(page: number): ReadonlyMap<string, number> {
	// With Shift, the arrows are those of the wheel.
	const keys = {up: -1, down: 1, 'shift+up': -1, 'shift+down': 1, pageup: -page, pagedown: page};
	return new Map(Object.entries(keys));
}

/** Moves in the list, which stops at its end: it has no tail to follow. */
function moved(list: ListState, by: number, count: number, height: number): ListState {
	const next = moveSelection(list, by, count, height);
	return next.isFollowing ? list : next;
}
