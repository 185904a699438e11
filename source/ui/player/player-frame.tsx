import {Box} from 'ink';
import {paintRow} from '../../text/paint.js';
import type {Row} from '../../text/segment.js';
import {Body} from '../screen/body.js';
import {headerRow} from '../screen/header-row.js';
import {selectPlayerHints} from '../screen/hints.js';
import {LastLine, type LastLineProps} from '../screen/last-line.js';
import {Line, Lines} from '../screen/lines.js';
import type {Screen} from '../screen/screen.js';
import {selectScrubber} from './select-scrubber.js';
import {selectLength} from './select-view.js';

/** What is played. */
export type PlayerHeader = {readonly left: Row; readonly right: Row};

export type PlayerFrameProps = {
	readonly screen: Screen;
	readonly store: LastLineProps['store'];
	readonly header: PlayerHeader;
	/** Milliseconds on the trace's clock, if it is running: the playhead at its end shows the time since the last byte. */
	readonly now?: number | null;
	readonly onRest?: LastLineProps['onRest'];
};

/** One frame of the player: header, panes, scrubber, status line. */
export function PlayerFrame({screen, store, header, now = null, onRest}: PlayerFrameProps) {
	const {trace, theme, playback, promptHeight} = screen;
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
			<LastLine
				screen={screen}
				store={store}
				now={shownNow}
				hints={selectPlayerHints(screen)}
				queued={0}
				playhead={null}
				onRest={onRest}
			/>
		</Box>
	);
}
