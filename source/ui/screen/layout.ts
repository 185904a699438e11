export type PaneName = 'history' | 'events' | 'inspector';
export type Focus = PaneName | 'prompt';

export type Size = {readonly width: number; readonly height: number};

/** A rectangle of cells, counted from 0 at the top left of the screen. */
export type Place = Size & {readonly x: number; readonly y: number};

/** How much room the event log has. A ticker is three rows below the conversation. */
export type LogSize = (typeof logSizes)[number];
export const logSizes = ['third', 'half', 'full', 'ticker'] as const;

/** Where the inspector is while there is no column for it: nowhere, beside the log, or in its place. */
export type InspectorPlace = (typeof inspectorPlaces)[number];
export const inspectorPlaces = ['closed', 'beside', 'instead'] as const;

/** The user's choices about the panes. `split` is the conversation's share of the width, `logShare` the log's share of the rest. */
export type PaneChoice = {
	readonly focus: Focus;
	readonly isZoomed: boolean;
	readonly hasEvents: boolean;
	/** Shows only the conversation and one large event, for a projector. */
	readonly isPresenting: boolean;
	readonly logSize: LogSize;
	readonly inspectorPlace: InspectorPlace;
	readonly split: number;
	readonly logShare: number;
	/** Rows between the panes and the status line. */
	readonly promptHeight: number;
};

/**
 * The visible panes. A pane's place includes its title, which is its first row, and, unless it begins at the left edge, the line that separates
 * it from the pane beside it, which is its first column. `isTicker` is true while the log is only a ticker.
 */
export type Layout =
	| {readonly kind: 'too-small'}
	| {
			readonly kind: 'panes';
			readonly places: Readonly<Record<PaneName, Place | null>>;
			readonly isTicker: boolean;
	  };

export const smallest: Size = {width: 40, height: 10};

/** From these widths on, panes stand side by side: the conversation and the events, then also the inspector. */
const twoColumnsWidth = 120;
const threeColumnsWidth = 180;

/** Longer lines are hard to read: 96 cells and the margins. */
const widestHistory = 100;
const narrowestColumn = 38;
/** The log beside the inspector, and the inspector beside the log. */
const narrowestEventPane = 24;

/** The minimum width for the inspector beside the log, and for a presented event beside the conversation. */
const besideWidth = 80;
const presentedBesideWidth = 100;

const headerHeight = 1;
const statusHeight = 1;
/** A title and a row. */
const smallestPane = 2;
/** A title and two rows. */
const smallestHistory = 3;
/** A title, the column headings or the tabs, and two rows. */
const smallestEventPane = 4;
const tickerHeight = 3;
/** Below this height, a presented event takes the whole body. */
const stackedHeight = 16;

const nothing = {history: null, events: null, inspector: null};

export function layoutScreen(screen: Size, choice: PaneChoice): Layout {
	if (screen.width < smallest.width || screen.height < smallest.height) {
		return {kind: 'too-small'};
	}

	const body: Place = {
		x: 0,
		y: headerHeight,
		width: screen.width,
		height: screen.height - headerHeight - statusHeight - choice.promptHeight,
	};
	if (choice.isPresenting) {
		return panes(presented(body, choice));
	}

	const focused = choice.focus === 'prompt' ? 'history' : choice.focus;
	if (choice.isZoomed || !choice.hasEvents || body.height < smallestHistory + smallestPane) {
		return panes({[focused]: body});
	}

	const isLog = focused === 'events' || focused === 'inspector';
	if (choice.logSize === 'full' && choice.focus !== 'history') {
		return panes(eventPanes(body, choice));
	}

	const isTight = body.height < smallestHistory + smallestEventPane;
	if (!isLog && (choice.logSize === 'ticker' || (isTight && body.width < twoColumnsWidth))) {
		const [history, events] = split(
			body,
			'rows',
			body.height - Math.min(tickerHeight, body.height - smallestHistory),
		);
		return panes({history, events}, true);
	}

	if (body.width < twoColumnsWidth) {
		return isTight ? panes(eventPanes(body, choice)) : panes(stacked(body, choice));
	}

	const wanted = body.width * choice.split * (body.width < threeColumnsWidth ? 1 : 0.9);
	const left = Math.max(
		narrowestColumn,
		Math.min(widestHistory, body.width - narrowestColumn, Math.round(wanted)),
	);
	const [history, rest] = split(body, 'columns', left);
	return panes({history, ...eventPanes(rest, choice)});
}

function panes(places: Partial<Record<PaneName, Place | null>>, isTicker = false): Layout {
	return {kind: 'panes', places: {...nothing, ...places}, isTicker};
}

/** The conversation above the log. */
function stacked(body: Place, choice: PaneChoice): Partial<Record<PaneName, Place | null>> {
	const share = choice.logSize === 'half' ? 0.5 : 0.4;
	const lower = Math.max(
		smallestEventPane,
		Math.min(body.height - smallestHistory, Math.round(body.height * share)),
	);
	const [history, log] = split(body, 'rows', body.height - lower);
	return {history, ...eventPanes(log, choice)};
}

/** The log and the inspector: side by side, one below the other, or only one of them. */
function eventPanes(room: Place, choice: PaneChoice): Partial<Record<PaneName, Place | null>> {
	const {focus, inspectorPlace, logShare} = choice;
	const isAlone = room.x === 0;
	if (isAlone && inspectorPlace === 'closed' && focus !== 'inspector') {
		return {events: room};
	}

	const isWide = isAlone ? room.width >= besideWidth : room.x + room.width >= threeColumnsWidth;
	if (isWide && !(isAlone && inspectorPlace !== 'beside')) {
		const wanted = Math.ceil(room.width * (isAlone ? 0.5 : logShare));
		const left = Math.max(narrowestEventPane, Math.min(room.width - narrowestEventPane, wanted));
		const [events, inspector] = split(room, 'columns', left);
		return {events, inspector};
	}

	if (isAlone || room.height < 2 * smallestEventPane) {
		return focus === 'inspector' || (isAlone && inspectorPlace === 'instead' && focus !== 'events')
			? {inspector: room}
			: {events: room};
	}

	const upper = Math.round(room.height * logShare);
	const [events, inspector] = split(
		room,
		'rows',
		Math.max(smallestEventPane, Math.min(room.height - smallestEventPane, upper)),
	);
	return {events, inspector};
}

/** Fewer and larger panes: the event takes most of the room, or all of it on a small screen. */
function presented(body: Place, choice: PaneChoice): Partial<Record<PaneName, Place | null>> {
	const isBeside = body.width >= presentedBesideWidth;
	if (choice.isZoomed || (!isBeside && body.height < stackedHeight)) {
		return {[choice.focus === 'history' ? 'history' : 'events']: body};
	}

	const [history, events] = isBeside
		? split(body, 'columns', Math.round(body.width * 0.36))
		: split(body, 'rows', Math.round(body.height * 0.36));
	return {history, events};
}

function split(place: Place, into: 'rows' | 'columns', first: number): readonly [Place, Place] {
	return into === 'rows'
		? [
				{...place, height: first},
				{...place, y: place.y + first, height: place.height - first},
			]
		: [
				{...place, width: first},
				{...place, x: place.x + first, width: place.width - first},
			];
}

/** The place of a pane, or `null` while it is hidden. */
export function placeOf(layout: Layout, pane: PaneName): Place | null {
	return layout.kind === 'panes' ? layout.places[pane] : null;
}

/** The next size of the log, in a terminal of this width. Side by side, a third and a half are the same. */
export function nextLogSize(size: LogSize, width: number): LogSize {
	switch (size) {
		case 'third':
			return width < twoColumnsWidth ? 'half' : 'full';
		case 'half':
			return 'full';
		case 'full':
			return 'ticker';
		case 'ticker':
			return 'third';
	}
}
