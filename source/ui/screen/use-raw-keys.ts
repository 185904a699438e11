import type {EventEmitter} from 'node:events';
import {useStdin} from 'ink';
import {useEffect, useEffectEvent} from 'react';

/** What terminals send for the function keys that the key map names. */
const functionKeys: ReadonlyMap<string, 'f1' | 'f2'> = new Map(
	Object.entries({
		'\u001B[11~': 'f1',
		'\u001BOP': 'f1',
		'\u001B[[A': 'f1',
		'\u001B[P': 'f1',
		'\u001B[12~': 'f2',
		'\u001BOQ': 'f2',
		'\u001B[[B': 'f2',
		'\u001B[Q': 'f2',
	}),
);

/**
 * Hears the keys that Ink's `useInput` has no name for: it gives function keys as an empty input. They are read where Ink's own hooks
 * read, from the emitter in its stdin context.
 */
export function useRawKeys(onKey: (name: 'f1' | 'f2') => void): void {
	const {internal_eventEmitter: emitter} = useStdin() as unknown as {internal_eventEmitter?: EventEmitter};
	const handle = useEffectEvent((data: unknown) => {
		const name = functionKeys.get(String(data));
		if (name !== undefined) {
			onKey(name);
		}
	});

	useEffect(() => {
		emitter?.on('input', handle);
		return () => {
			emitter?.off('input', handle);
		};
	}, [emitter]);
}
