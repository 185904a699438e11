import assert from 'node:assert/strict';
import {test} from 'node:test';
import {runProgram} from '../helpers/run-program.js';

const mark = 'MARKED-SECRET';

/** Addresses that hold a credential, or could. */
const addresses = [
	`http://me:${mark}@127.0.0.1:1`,
	`http://${mark}@127.0.0.1:1`,
	`me:${mark}@127.0.0.1:1`,
	`//me:${mark}@127.0.0.1:1`,
	`http://127.0.0.1:1?key=${mark}`,
	`http://127.0.0.1:1/v1?${mark}`,
	`127.0.0.1:1?key=${mark}`,
	`http://127.0.0.1:1#token=${mark}`,
	`http://me:${mark}@`,
];

for (const address of addresses) {
	test(`${address} is refused wherever it stands, and its secret is not said`, async () => {
		const variables = {ANTHROPIC_API_KEY: 'sk-ant-test'};
		const runs = [
			await runProgram(['ask', '--base-url', address, 'Hi'], {env: variables}),
			await runProgram(['config'], {env: {...variables, ANTHROPIC_BASE_URL: address}}),
			await runProgram(['compare', '--demo', '--demo-speed', 'max', '--against', address, 'Hi'], {
				env: variables,
			}),
		];
		for (const {code, stdout, stderr} of runs) {
			assert.equal(code, 2, stderr);
			assert.ok(!(stdout + stderr).includes(mark), stdout + stderr);
		}
	});
}
