import type {ColumnChoice} from '../events/column-names.js';
import type {PaneChoice} from './layout.js';

/** The user's choices about the panes as a whole. */
export type PaneState = Omit<PaneChoice, 'promptHeight'> & {
	/** The columns of the event log. */
	readonly columns: ColumnChoice;
};

/** The choices that outlive a chat. */
export type PaneSizes = Pick<PaneState, 'logSize' | 'inspectorPlace' | 'split' | 'logShare' | 'columns'>;

export const initialSizes: PaneSizes = {
	logSize: 'third',
	inspectorPlace: 'closed',
	split: 0.42,
	logShare: 0.55,
	columns: 'auto',
};

export const initialPanes: PaneState = {
	...initialSizes,
	focus: 'prompt',
	isZoomed: false,
	hasEvents: true,
	isPresenting: false,
};
