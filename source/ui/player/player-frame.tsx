import {Box} from 'ink';
import {paintRow} from '../../text/paint.js';
import type {Row} from '../../text/segment.js';
import {lastItem} from '../../trace/persistent-list.js';
import {selectNotice} from '../events/select-caption.js';
import {selectFieldNote} from '../events/select-filter.js';
import {keyLine} from '../help/key-line.js';
import {Field, type FieldProps} from '../prompt/field.js';
import {Body} from '../screen/body.js';
import {headerRow} from '../screen/header-row.js';
import {selectPlayerHints} from '../screen/hints.js';
import {Line, Lines} from '../screen/lines.js';
import type {Screen} from '../screen/screen.js';
import type {ScreenStore} from '../screen/screen-store.js';
import {StatusBar} from '../screen/status-bar.js';
import {selectScrubber} from './select-scrubber.js';
import {selectLength, selectView} from './select-view.js';

/** What is played. */
export type PlayerHeader = {readonly left: Row; readonly right: Row};

export type PlayerFrameProps = {
	readonly screen: Screen;
	/** Receives the text typed into a field. */
	readonly store: Pick<ScreenStore, 'dispatch'>;
	readonly header: PlayerHeader;
	/** Milliseconds on the trace's clock, if it is running: the playhead at its end shows the time since the last byte. */
	readonly now?: number | null;
	/** Receives the keys that came after the one that closed a field. */
	readonly onRest?: FieldProps['onRest'];
};

/** One frame of the player: header, panes, scrubber, status line. */
export function PlayerFrame({screen, store, header, now = null, onRest}: PlayerFrameProps) {
	const {trace, theme, playback, field, promptHeight} = screen;
	const {width, height} = screen.size;
	const shownNow = (screen.playhead === null ? now : null) ?? trace.at(selectLength(screen) - 1)?.at ?? 0;
	return (
		<Box flexDirection="column" width={width} height={height}>
			<Line
				text={paintRow(
					headerRow(() => header, playback.breakpoint, width),
					width,
					theme,
				)}
			/>
			<Box height={height - 2 - promptHeight}>
				<Body screen={screen} now={shownNow} />
			</Box>
			<Lines lines={selectScrubber(screen)?.lines ?? []} />
			{field === null ? (
				<StatusBar
					exchange={lastItem(selectView(screen).exchanges) ?? null}
					isOneOfSeveral={screen.live.exchanges.length > 1}
					now={shownNow}
					hasTimes={screen.hasTimes}
					hasOuterTimes={screen.hasOuterTimes}
					prices={screen.prices}
					queued={0}
					notice={selectNotice(screen)}
					keys={keyLine(screen)}
					hints={selectPlayerHints(screen)}
					width={width}
					theme={theme}
				/>
			) : (
				<Field
					store={store}
					field={field}
					theme={theme}
					hasTimes={screen.hasTimes}
					note={selectFieldNote(screen)}
					width={width}
					onRest={onRest}
				/>
			)}
		</Box>
	);
}
