import assert from 'node:assert/strict';
import {setTimeout} from 'node:timers/promises';
import {isDeepStrictEqual} from 'node:util';
import {patience} from './patience.js';

/** Milliseconds between two checks, which leave the processor to the code under test. */
const pause = 2;

/** Resolves once `read` returns `expected`. Rejects with the difference if it never does. */
export async function eventually<T>(read: () => T, expected: T): Promise<void> {
	const start = performance.now();
	while (!isDeepStrictEqual(read(), expected) && performance.now() - start < patience) {
		await setTimeout(pause);
	}

	assert.deepEqual(read(), expected);
}
