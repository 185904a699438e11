/**
 * The selection and scroll position of a list. While it follows, the last row is selected and visible. Otherwise `selected` and `top`
 * apply: row numbers from 0.
 */
export type ListState = {
	readonly isFollowing: boolean;
	readonly selected: number;
	readonly top: number;
	/** The selected item, if the row represents several items or is only the nearest one. Dropped when another row is selected. */
	readonly meant?: number;
};

export const followingList: ListState = {isFollowing: true, selected: 0, top: 0};

export const atTop: ListState = {isFollowing: false, selected: 0, top: 0};

/** The visible rows, [top, bottom), and the selected one, or −1 in an empty list. */
export type ListWindow = {
	readonly top: number;
	readonly bottom: number;
	readonly selected: number;
};

/** Computes the visible part of `count` rows in a window of `height`. The cost does not depend on `count`. */
export function listWindow(state: ListState, count: number, height: number): ListWindow {
	const selected = state.isFollowing ? count - 1 : Math.min(state.selected, count - 1);
	const wanted = state.isFollowing ? count - height : state.top;
	const top = Math.max(0, Math.min(wanted, count - height));
	return {top, bottom: Math.min(count, top + height), selected};
}

/** Selects a row and scrolls just far enough to show it. */
export function selectRow(state: ListState, row: number, count: number, height: number): ListState {
	const {top} = listWindow(state, count, height);
	const selected = Math.max(0, Math.min(row, count - 1));
	return {
		isFollowing: false,
		selected,
		top: Math.max(selected - height + 1, Math.min(top, selected)),
	};
}

/** Returns a list that shows the given rows with the first selected: from the top if they fit there, otherwise in the middle. */
export function listAround(
	{first, last}: {readonly first: number; readonly last: number},
	height: number,
): ListState {
	const margin = Math.max(0, Math.floor((height - (last - first + 1)) / 2));
	return {isFollowing: false, selected: first, top: last < height ? 0 : Math.max(0, first - margin)};
}

/** Moves the selection by a number of rows. Moving down from the last row starts following again. */
export function moveSelection(state: ListState, by: number, count: number, height: number): ListState {
	const {selected} = listWindow(state, count, height);
	const isPastEnd = by > 0 && selected + by >= count;
	return isPastEnd && selected === count - 1 ? followingList : selectRow(state, selected + by, count, height);
}

/** Scrolls. The selection changes only if it would leave the window. */
export function scrollList(state: ListState, by: number, count: number, height: number): ListState {
	const window = listWindow(state, count, height);
	const top = Math.max(0, Math.min(window.top + by, count - height));
	if (by > 0 && top + height >= count) {
		return followingList;
	}

	const selected = Math.max(top, Math.min(window.selected, top + height - 1));
	const isSame = selected === window.selected && state.meant !== undefined;
	return {isFollowing: false, selected, top, ...(isSame ? {meant: state.meant} : {})};
}
