export type PaneName = 'history' | 'events' | 'inspector';
export type Focus = PaneName | 'prompt';

export type Size = {readonly width: number; readonly height: number};

/** The user's choices about the panes. `split` is the conversation's share of the width, `logShare` the log's share of the height. */
export type PaneChoice = {
	readonly focus: Focus;
	readonly isZoomed: boolean;
	readonly hasEvents: boolean;
	/** Shows only the conversation and one large event, for a projector. */
	readonly isPresenting: boolean;
	readonly split: number;
	readonly logShare: number;
	/** The height of the prompt in rows, borders included. */
	readonly promptHeight: number;
};

/** The visible panes and their sizes, borders included. `single` shows one pane at a time. */
export type Layout =
	| {readonly kind: 'too-small'}
	| {readonly kind: 'single'; readonly pane: PaneName; readonly body: Size}
	| {
			readonly kind: 'columns';
			readonly history: Size;
			readonly events: Size | null;
			readonly inspector: Size | null;
	  }
	| {
			readonly kind: 'presenting';
			readonly history: Size;
			readonly events: Size;
			/** Whether the conversation is above the event instead of beside it. */
			readonly isStacked: boolean;
	  };

export const smallest: Size = {width: 40, height: 10};

/** The minimum width for two columns. */
const twoColumnsWidth = 80;

/** The minimum width for a large event beside the conversation. */
const sideBySideWidth = 100;

const headerHeight = 1;
const statusHeight = 1;
const smallestInspector = 5;
/** A frame, the column headings, and a row. If both panes do not fit below each other, the log is shown alone until the inspector is opened. */
const smallestLog = 4;
/** Below this height, a presented event takes the whole body. */
const stackedHeight = 16;

export function layoutScreen(screen: Size, choice: PaneChoice): Layout {
	if (screen.width < smallest.width || screen.height < smallest.height) {
		return {kind: 'too-small'};
	}

	const height = screen.height - headerHeight - statusHeight - choice.promptHeight;
	if (choice.isPresenting) {
		return layoutPresenting({width: screen.width, height}, choice);
	}

	const pane = choice.focus === 'prompt' ? 'history' : choice.focus;
	if (choice.isZoomed || !choice.hasEvents || screen.width < twoColumnsWidth) {
		return {kind: 'single', pane, body: {width: screen.width, height}};
	}

	const left = Math.round(Math.max(30, Math.min(screen.width - 38, screen.width * choice.split)));
	const right = screen.width - left;
	const shared = Math.max(
		smallestInspector,
		Math.min(height - smallestInspector, Math.round(height * choice.logShare)),
	);
	const isInspecting = choice.focus === 'inspector';
	const log =
		height < smallestLog + smallestInspector ? (isInspecting ? 0 : height) : Math.min(height, shared);
	return {
		kind: 'columns',
		history: {width: left, height},
		events: log === 0 ? null : {width: right, height: log},
		inspector: log === height ? null : {width: right, height: height - log},
	};
}

/** Fewer and larger panes: the event takes most of the room, or all of it on a small screen. */
function layoutPresenting({width, height}: Size, choice: PaneChoice): Layout {
	const isBeside = width >= sideBySideWidth;
	if (choice.isZoomed || (!isBeside && height < stackedHeight)) {
		return {
			kind: 'single',
			pane: choice.focus === 'history' ? 'history' : 'events',
			body: {width, height},
		};
	}

	const left = Math.round(width * 0.36);
	const upper = Math.round(height * 0.36);
	return isBeside
		? {
				kind: 'presenting',
				history: {width: left, height},
				events: {width: width - left, height},
				isStacked: false,
			}
		: {
				kind: 'presenting',
				history: {width, height: upper},
				events: {width, height: height - upper},
				isStacked: true,
			};
}

/** The size of a pane, or `null` while it is hidden. */
export function paneSize(layout: Layout, pane: PaneName): Size | null {
	switch (layout.kind) {
		case 'too-small': {
			return null;
		}

		case 'single': {
			return layout.pane === pane ? layout.body : null;
		}

		case 'columns': {
			return layout[pane];
		}

		case 'presenting': {
			return pane === 'inspector' ? null : layout[pane];
		}
	}
}
