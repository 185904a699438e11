import {Box, Text, useApp, useInput} from 'ink';
import {useRef, useState} from 'react';
import {paintRow} from '../../text/paint.js';
import {type Row, segment, spreadRow} from '../../text/segment.js';
import type {Theme} from '../../text/theme.js';
import {useStore} from '../hooks/use-store.js';
import {OneLineField} from '../prompt/one-line-field.js';
import {keyName} from '../screen/key-name.js';
import {smallest} from '../screen/layout.js';
import {atTop, type ListState, listWindow, moveSelection} from '../screen/list-state.js';
import {Pane} from '../screen/pane.js';
import type {Store} from '../screen/store.js';
import {useFrameSize} from '../screen/use-frame-size.js';
import {useTerminalModes} from '../screen/use-terminal-modes.js';
import {type PickerState, type SessionList, searchSessions} from './session-list.js';
import {sessionRows} from './session-row.js';

export type SessionPickerServices = {
	readonly list: Store<SessionList>;
	/** Resumes a session. */
	pick(id: string): void;
	/** Moves a session to the trash. */
	remove(id: string): void;
	/** Takes back the last removal that is left. */
	restore(): void;
	/** Goes back to where the picker was opened; `null` if there is nothing to go back to. */
	readonly cancel: (() => void) | null;
	/** The time, in milliseconds since 1970. */
	wallTime(): number;
};

export type SessionPickerProps = {
	readonly services: SessionPickerServices;
	readonly theme: Theme;
	readonly hasAlternateScreen: boolean;
};

/** Rows around the list: header, search, title, column headings, status. */
const aroundList = 5;

/** Searches the saved sessions and lets the user choose one. */
export function SessionPicker({services, theme, hasAlternateScreen}: SessionPickerProps) {
	const {exit} = useApp();
	useTerminalModes(false);
	const {width, height} = useFrameSize(hasAlternateScreen);
	const {sessions, isLoading, problem, notice} = useStore(services.list);
	const [state, setState] = useState<PickerState>({query: '', list: atTop});
	// Several keys may come before the next render, and the last one may delete.
	const newest = useRef(state);
	const change = (next: PickerState) => {
		newest.current = next;
		setState(next);
	};

	const {query, list} = state;
	const found = searchSessions(sessions, query);
	const room = Math.max(1, height - aroundList);
	const {top, bottom, selected} = listWindow(list, found.length, room);
	const cancel = services.cancel ?? (() => exit());

	useInput((input, key) => {
		const name = keyName(input, key);
		const by = steps(room).get(name);
		const {query, list} = newest.current;
		const present = searchSessions(services.list.state.sessions, query);
		if (by !== undefined) {
			change({query, list: moved(list, by, present.length, room)});
		} else if (name === 'ctrl+x') {
			const chosen = present[listWindow(list, present.length, room).selected];
			if (chosen !== undefined) {
				services.remove(chosen.id);
			}
		} else if (name === 'ctrl+z') {
			services.restore();
		} else if (name === 'ctrl+c') {
			cancel();
		}
	});

	if (width < smallest.width || height < smallest.height) {
		return <Text>{`This terminal is ${width}×${height}; streamscope needs 40×10.`}</Text>;
	}

	const [head = [], ...rows] = sessionRows(found.slice(top, bottom), services.wallTime(), width);
	const lines = [head, ...rows].map((row, index) =>
		paintRow(row, width, theme, index > 0 && top + index - 1 === selected),
	);
	const none = noneWords(isLoading, query);
	return (
		<Box flexDirection="column" width={width} height={height}>
			<Text wrap="truncate">{paintRow(headerRow(sessions.length, isLoading, width), width, theme)}</Text>
			<Box height={height - 3}>
				<Pane
					title={[segment('Sessions ', 'title'), segment(String(found.length), 'dim')]}
					note={[]}
					place={{x: 0, y: 1, width, height: height - 3}}
					top={1}
					isFocused
					theme={theme}
					lines={found.length > 0 ? lines : [theme.style(`  ${none}`, 'dim')]}
				/>
			</Box>
			<Box>
				<Text>{theme.style(' Search: ', 'accent')}</Text>
				<OneLineField
					value={query}
					placeholder="title, prompt, model or id"
					isActive
					onChange={value => change({query: value, list: atTop})}
					onSubmit={value => {
						// Text typed in the same chunk as Enter is not rendered yet.
						const index = value === query ? selected : 0;
						const chosen = searchSessions(services.list.state.sessions, value)[index];
						if (chosen !== undefined) {
							services.pick(chosen.id);
						}
					}}
					onCancel={cancel}
				/>
			</Box>
			<Text wrap="truncate">{paintRow(statusRow(problem, notice), width, theme)}</Text>
		</Box>
	);
}

/** The words shown instead of an empty list. */
function noneWords(isLoading: boolean, query: string): string {
	const words = query === '' ? 'There are no saved sessions yet.' : 'No session contains these words.';
	return isLoading ? '' : words;
}

function steps(page: number): ReadonlyMap<string, number> {
	return new Map(Object.entries({up: -1, down: 1, pageup: -page, pagedown: page}));
}

/** Moves in the list, which stops at its end: it has no tail to follow. */
function moved(list: ListState, by: number, count: number, height: number): ListState {
	const next = moveSelection(list, by, count, height);
	return next.isFollowing ? list : next;
}

function headerRow(count: number, isLoading: boolean, width: number): Row {
	const words = isLoading ? `reading, ${count} so far ` : '';
	return spreadRow(
		[segment(' streamscope  ', 'title'), segment('resume a session')],
		[segment(words, 'dim')],
		width,
	);
}

function statusRow(problem: string | null, notice: string | null): Row {
	return problem === null
		? [segment(` ${notice ?? '↑ ↓ choose  Enter resumes  Ctrl+X deletes  Esc back'}`, 'dim')]
		: [segment(` ${problem}`, 'bad')];
}
