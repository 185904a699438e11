import {Text} from 'ink';
import {useMemo} from 'react';
import {scrubberCells, scrubberRow} from '../drawings/scrubber.js';
import {paintRow} from '../paint.js';
import {layoutScrubber} from '../rows/scrubber-layout.js';
import type {ScreenModel} from '../screen-model.js';

export type ScrubberProps = {
	readonly model: ScreenModel;
	readonly playhead: number;
	readonly width: number;
};

/** One row: how it plays, the whole trace at a glance with the playhead in it, and the place in numbers. */
export function Scrubber({model, playhead, width}: ScrubberProps) {
	const {left, right, room, place} = layoutScrubber(model, playhead, width);
	const {events, length} = model.trace;
	const cells = useMemo(() => (length === 0 ? [] : scrubberCells(events, room)), [events, length, room]);
	return (
		<Text wrap="truncate">
			{paintRow([...left, ...scrubberRow(cells, place), ...right], width, model.theme)}
		</Text>
	);
}
