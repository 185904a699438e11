// Loaded before the tests of one mutant: gives its code in place of one module of the source, so that the tree stays as it is.
// MUTANT_URL is the module's address, MUTANT_CODE the file with its JavaScript. Needs Node 22.15.

import {readFileSync} from 'node:fs';
import {registerHooks} from 'node:module';
import process from 'node:process';

const {MUTANT_URL: target, MUTANT_CODE: file} = process.env;
if (target !== undefined && file !== undefined) {
	const source = readFileSync(file, 'utf8');
	registerHooks({
		load: (url, context, nextLoad) =>
			url.replace(/\?.*/, '') === target
				? {format: 'module', source, shortCircuit: true}
				: nextLoad(url, context),
	});
}
