import type {EventEmitter} from 'node:events';
import {useStdin} from 'ink';
import {useEffect, useEffectEvent} from 'react';

type FunctionKey = 'f1' | 'f2' | 'f3' | 'f4';

/** The sequences that terminals send for the function keys in the key map. */
const functionKeys: ReadonlyMap<string, FunctionKey> = new Map(
	Object.entries({
		'\u001B[11~': 'f1',
		'\u001BOP': 'f1',
		'\u001B[[A': 'f1',
		'\u001B[P': 'f1',
		'\u001B[12~': 'f2',
		'\u001BOQ': 'f2',
		'\u001B[[B': 'f2',
		'\u001B[Q': 'f2',
		// Not CSI R, which is the answer to a question for the cursor's position.
		'\u001B[13~': 'f3',
		'\u001BOR': 'f3',
		'\u001B[[C': 'f3',
		'\u001B[14~': 'f4',
		'\u001BOS': 'f4',
		'\u001B[[D': 'f4',
		'\u001B[S': 'f4',
	}),
);

/**
 * Receives the keys that Ink's `useInput` does not name: it reports function keys as empty input. They are read from the emitter in Ink's
 * stdin context, where Ink's own hooks read.
 */
export function useRawKeys(onKey: (name: FunctionKey) => void): void {
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
