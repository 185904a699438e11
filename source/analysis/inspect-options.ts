import type {PriceList} from '../messages/prices.js';

export type InspectOptions = {
	/** False if the times were invented, as for a body that was saved to a file. */
	readonly hasTimes?: boolean;
	/** Whether the times of requests, responses and ends are real. By default they are if all times are. */
	readonly hasOuterTimes?: boolean;
	/** Whether the reads are real network reads. By default they are if the times are real. */
	readonly hasReads?: boolean;
	/** What the models cost. By default, what the built-in table says. */
	readonly prices?: PriceList;
	/** The text of the first exchange's body, if it was kept. It shows what parsers hide. */
	readonly body?: string;
};
