import type {ScreenModel} from '../screen-model.js';
import type {Row} from '../segment.js';
import {eventTab} from './event-tab.js';
import {messageTab} from './message-tab.js';

/** Rows that are made when they come in sight. */
export type RowSource = {
	readonly count: number;
	rowsBetween(from: number, to: number): readonly Row[];
};

export function rowSource(rows: readonly Row[]): RowSource {
	return {count: rows.length, rowsBetween: (from, to) => rows.slice(from, to)};
}

/** The rows of the inspector's present tab, at most `width` cells wide. */
export function inspectorRows(model: ScreenModel, width: number): RowSource {
	switch (model.state.tab) {
		case 'event': {
			return eventTab(model, width);
		}

		default: {
			return messageTab(model, width);
		}
	}
}
