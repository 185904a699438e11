import {paintRow} from '../../text/paint.js';
import {Lines} from '../screen/lines.js';
import type {ScreenModel} from '../screen/screen-model.js';
import {layoutScrubber, trackLabel} from './scrubber-layout.js';
import {scrubberLines, withPlayhead} from './scrubber-lines.js';

export type ScrubberProps = {
	readonly model: ScreenModel;
	readonly playhead: number;
	readonly width: number;
};

/** How it plays, the whole trace at a glance with the playhead in it, and the place in numbers; above that, where there is room, the tracks. */
export function Scrubber({model, playhead, width}: ScrubberProps) {
	const {left, right, kinds, room, place} = layoutScrubber(model, playhead, width);
	const rows = scrubberLines(model.timeline, kinds, room).map(line => {
		const drawn = withPlayhead(line, place);
		const row = line.label === '' ? [...left, ...drawn, ...right] : [...trackLabel(line.label), ...drawn];
		return paintRow(row, width, model.theme);
	});
	return <Lines lines={rows} />;
}
