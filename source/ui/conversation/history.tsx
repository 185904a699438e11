import {Box, Text} from 'ink';
import Spinner from 'ink-spinner';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {itemAt} from '../../trace/persistent-list.js';
import {paneSize} from '../screen/layout.js';
import {Lines} from '../screen/lines.js';
import {Pane} from '../screen/pane.js';
import {historyMargin, type ScreenModel} from '../screen/screen-model.js';
import {followWords} from '../screen/screen-state.js';
import {conversationWindow} from './conversation-window.js';
import {withoutMark} from './highlighted-text.js';
import type {HistoryScroll} from './history-scroll.js';

export type HistoryProps = {
	readonly model: ScreenModel;
	/** Shown while there is no turn yet. */
	readonly welcome: readonly string[];
};

/** The conversation: turns, and the answer as it grows. Only the lines in sight are drawn. */
export function History({model, welcome}: HistoryProps) {
	const size = paneSize(model.layout, 'history');
	if (size === null) {
		return null;
	}

	const {view, state, theme} = model;
	const {width, height} = model.inside('history');
	const {scroll, places, waiting} = conversationWindow(model);
	const turns = new Map<number, readonly string[]>();
	const lines = places.map(({turn, line}) => {
		const exchange = itemAt(view.exchanges, turn);
		const all = turns.get(turn) ?? (exchange === undefined ? [] : model.turns.of(exchange));
		turns.set(turn, all);
		return withoutMark(all[line] ?? '');
	});

	return (
		<Pane
			title={[segment('Conversation', 'title')]}
			note={noteOf(model, scroll)}
			width={size.width}
			height={size.height}
			isFocused={state.focus === 'history'}
			theme={theme}
		>
			<Box flexDirection="column" paddingLeft={historyMargin}>
				<Lines
					lines={lines.length === 0 && waiting === null ? wrapped(welcome, width).slice(0, height) : lines}
				/>
				{waiting !== null && (
					<Box>
						{/* Nothing turns while the screen stands. */}
						{state.playhead === null || state.playback.isPlaying ? <Spinner type="dots" /> : <Text>◌</Text>}
						<Text> {theme.style(waitingWords(waiting), 'dim')}</Text>
					</Box>
				)}
			</Box>
		</Pane>
	);
}

function wrapped(lines: readonly string[], width: number): readonly string[] {
	return lines.flatMap(line => wrapText(line, width).lines.map(({text}) => text));
}

function noteOf({state, view}: ScreenModel, scroll: HistoryScroll): Row {
	if (view.exchanges.length === 0) {
		return [];
	}

	if (scroll === 'tail') {
		return [segment(followWords(state), 'dim')];
	}

	const why = state.history === 'tail' ? 'at the selected event' : 'G follows';
	return [segment(`turn ${scroll.turn + 1} of ${view.exchanges.length} · ${why}`, 'warning')];
}

function waitingWords({attempts, timestamps}: ExchangeView): string {
	const attempt = attempts.at(-1);
	const failed = attempts.length > 1 ? ` (attempt ${attempts.length})` : '';
	if (attempt?.response && attempt.response.status >= 400) {
		const wait = attempt.response.headers['retry-after'];
		const after = wait === undefined ? '' : `, in ${formatMilliseconds(Number(wait) * 1000)}`;
		return `the server answered ${attempt.response.status}; the SDK tries again${after}`;
	}

	return timestamps.headers === null
		? `waiting for the response${failed}`
		: `waiting for the first content${failed}`;
}
