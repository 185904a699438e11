import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {isDeepStrictEqual} from 'node:util';

/** Milliseconds after which the wait is given up. */
const patience = 5000;

/** Resolves once `read` gives `expected`; rejects with the difference if it never does. */
export async function eventually<T>(read: () => T, expected: T): Promise<void> {
	const start = performance.now();
	while (!isDeepStrictEqual(read(), expected) && performance.now() - start < patience) {
		await setImmediate();
	}

	assert.deepEqual(read(), expected);
}
