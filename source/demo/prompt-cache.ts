import type {MessagesRequest} from './messages-request.js';

/** The tokens of a request by how they are billed: read from the cache, written to it for five minutes or an hour, or neither. */
export type CachedInput = {
	readonly read: number;
	readonly written: number;
	readonly isLong: boolean;
	readonly rest: number;
};

/** The smallest prompt that the newest models cache: https://platform.claude.com/docs/en/build-with-claude/prompt-caching */
const minCached = 512;

/** The tokens after the last block that can be cached. */
const uncached = 4;

/** What a request with `cache_control` reads and writes, as if the turn before it had asked for the cache too. `null` for any other request. */
export function cachedInput(
	request: MessagesRequest,
	count: (request: MessagesRequest) => number,
): CachedInput | null {
	const {cache_control: control, messages} = request;
	const tokens = count(request);
	if (typeof control !== 'object' || control === null || tokens < minCached) {
		return null;
	}

	const before = count({...request, messages: messages.slice(0, -2)});
	const read = messages.length > 2 && before >= minCached ? before : 0;
	const isLong = 'ttl' in control && control.ttl === '1h';
	return {read, written: tokens - read - uncached, isLong, rest: uncached};
}
