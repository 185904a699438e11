// Loaded before the tests. `FC_SEED=n` makes the property tests try the same values in each run; scripts/test.mjs sets it in CI, where a result
// has to repeat. Without it they try new ones each time.

import process from 'node:process';
import fc from 'fast-check';

const {FC_SEED: seed} = process.env;
if (seed !== undefined) {
	fc.configureGlobal({seed: Number(seed)});
}
