import type {PaneChoice} from './layout.js';

/** The user's choices about the panes as a whole. */
export type PaneState = Omit<PaneChoice, 'promptHeight'>;

export const initialPanes: PaneState = {
	focus: 'prompt',
	isZoomed: false,
	hasEvents: true,
	isPresenting: false,
	logSize: 'third',
	inspectorPlace: 'closed',
	split: 0.42,
	logShare: 0.55,
};
