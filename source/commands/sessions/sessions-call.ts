import type {PriceList} from '../../messages/prices.js';
import type {CommandContext} from '../command-module.js';

/** The flags of `sessions` as typed. */
export type SessionsFlags = {
	readonly json?: true;
	readonly forever?: true;
	readonly to?: string;
	readonly exchange?: string;
	readonly redact?: true;
	readonly otelContent?: true;
	readonly send?: true;
	readonly output?: string;
	readonly size?: string;
	readonly speed?: string;
	readonly idleLimit?: string;
	readonly castVersion?: string;
	readonly present?: true;
	readonly from?: string;
	readonly until?: string;
};

/** One call: the named session, and the words after it. */
export type SessionsCall = {
	readonly session: string | null;
	readonly words: readonly string[];
	readonly own: SessionsFlags;
	/** What the models cost. */
	readonly prices: PriceList;
	readonly context: CommandContext;
};
