import type {EndEvent} from '../trace/trace-event.js';

/** How a body ended: it was read to its end, its reader has had enough, or reading it failed. */
export type BodyEnding =
	| {readonly kind: 'read'}
	| {readonly kind: 'cancelled'}
	| {readonly kind: 'failed'; readonly error: unknown};

/** How an exchange ended that nobody but the tap sees. `isWhole`: the message came to its end. What the SDK made of it is not known. */
export function tapEnding(
	ending: BodyEnding,
	isWhole: boolean,
): Pick<EndEvent, 'outcome' | 'error' | 'message'> {
	if (isWhole || ending.kind === 'cancelled') {
		return {outcome: isWhole ? 'complete' : 'aborted', error: null, message: null};
	}

	const error =
		ending.kind === 'read'
			? {kind: 'ended_early', title: 'The stream ended before its message did', detail: null}
			: {kind: 'connection_lost', title: 'The connection was lost', detail: String(ending.error)};
	return {
		outcome: 'failed',
		error: {...error, hint: 'The server, or a proxy before it, may have cut it.'},
		message: null,
	};
}
