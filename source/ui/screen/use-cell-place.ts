// Where a box is on the screen.

import {type DOMElement, measureElement} from 'ink';
import {type RefObject, useEffect, useState} from 'react';

/** In cells, counted from the top left of all of Ink's output. */
export type CellPlace = {readonly x: number; readonly y: number; readonly width: number};

/** Measures a box after each render of the component that calls this; null before the first. */
export function useCellPlace(box: RefObject<DOMElement | null>): CellPlace | null {
	const [place, setPlace] = useState<CellPlace | null>(null);
	useEffect(() => {
		if (box.current === null) {
			return;
		}

		const {x, y, width} = measureElement(box.current);
		setPlace(last => (last?.x === x && last.y === y && last.width === width ? last : {x, y, width}));
	});
	return place;
}
