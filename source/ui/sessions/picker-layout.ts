import type {Place, Size} from '../screen/layout.js';

export type PickerLayout = {readonly list: Place; readonly preview: Place | null};

/** From this width on, the preview stands beside the list, and from this height on below it. */
const besideWidth = 120;
const belowHeight = 16;

/** The list of sessions with a preview of the selected one. The header is above them, the search and the status below. */
export function layoutPicker({width, height}: Size): PickerLayout {
	const body: Place = {x: 0, y: 1, width, height: height - 3};
	if (width >= besideWidth) {
		const left = Math.round(width * 0.55);
		return {list: {...body, width: left}, preview: {...body, x: left, width: width - left}};
	}

	if (height < belowHeight) {
		return {list: body, preview: null};
	}

	const upper = Math.ceil(body.height * 0.55);
	return {
		list: {...body, height: upper},
		preview: {...body, y: body.y + upper, height: body.height - upper},
	};
}
