import type {EventEmitter} from 'node:events';
import {useStdin} from 'ink';
import {useEffect, useEffectEvent} from 'react';

/** What terminals send for F1. */
const f1 = new Set(['\u001B[11~', '\u001BOP', '\u001B[[A', '\u001B[P']);

/**
 * Hears the keys that Ink's `useInput` has no name for: it gives function keys as an empty input. They are read where Ink's own hooks
 * read, from the emitter in its stdin context.
 */
export function useRawKeys(onKey: (name: 'f1') => void): void {
	const {internal_eventEmitter: emitter} = useStdin() as unknown as {internal_eventEmitter?: EventEmitter};
	const handle = useEffectEvent((data: unknown) => {
		if (f1.has(String(data))) {
			onKey('f1');
		}
	});

	useEffect(() => {
		emitter?.on('input', handle);
		return () => {
			emitter?.off('input', handle);
		};
	}, [emitter]);
}
