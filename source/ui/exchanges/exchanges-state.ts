import type {ColumnName} from './exchange-columns.js';

/** What the list of exchanges shows. */
export type ExchangesState = {
	/** The selected attempt; `null` for the newest one, which the list then follows. */
	readonly attempt: {readonly exchange: number; readonly attempt: number} | null;
	/** The exchange that is marked for a comparison with another one. */
	readonly marked: number | null;
	readonly sort: ColumnName;
	readonly isDescending: boolean;
};

export const initialExchanges: {readonly exchanges: ExchangesState} = {
	exchanges: {attempt: null, marked: null, sort: 'number', isDescending: false},
};
