import {Box, Text} from 'ink';
import {paintRow} from '../../text/paint.js';
import type {Row} from '../../text/segment.js';
import {lastItem} from '../../trace/persistent-list.js';
import {Field, type FieldProps} from '../prompt/field.js';
import {Body} from '../screen/body.js';
import {headerRow} from '../screen/header-row.js';
import {playerHints} from '../screen/hints.js';
import type {Size} from '../screen/layout.js';
import type {ScreenModel} from '../screen/screen-model.js';
import {StatusBar} from '../screen/status-bar.js';
import {Scrubber} from './scrubber.js';

/** What is played. */
export type PlayerHeader = {readonly left: Row; readonly right: Row};

export type PlayerFrameProps = {
	readonly model: ScreenModel;
	readonly header: PlayerHeader;
	readonly welcome: readonly string[];
	readonly size: Size;
	/** Gets the keys that came after the one that closed a field. */
	readonly onRest?: FieldProps['onRest'];
};

/** One frame of the player: header, panes, scrubber, status line. */
export function PlayerFrame({model, header, welcome, size: {width, height}, onRest}: PlayerFrameProps) {
	const {state, trace, theme} = model;
	const bodyHeight = height - 2 - model.geometry.promptHeight;
	return (
		<Box flexDirection="column" width={width} height={height}>
			<Text wrap="truncate">
				{paintRow(headerRow(header, state.playback.breakpoint, width), width, theme)}
			</Text>
			<Box height={bodyHeight}>
				<Body model={model} welcome={welcome} size={{width, height: bodyHeight}} />
			</Box>
			<Scrubber model={model} playhead={model.length} width={width} />
			{state.field === null ? (
				<StatusBar
					exchange={lastItem(model.view.exchanges) ?? null}
					now={trace.at(model.length - 1)?.at ?? 0}
					queued={0}
					notice={state.notice}
					hints={playerHints(model)}
					width={width}
					theme={theme}
				/>
			) : (
				<Field model={model} field={state.field} onRest={onRest} />
			)}
		</Box>
	);
}
