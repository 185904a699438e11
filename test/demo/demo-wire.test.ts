import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {wireHashes} from '../../scripts/wire-hashes.js';
import {faultRules} from '../../source/demo/faults/fault-rules.js';
import {demoScenarios} from '../../source/demo/scenario-names.js';
import {startDemoServer} from '../../source/demo.js';
import {caseFiles} from '../../source/drill/case-files.js';
import {ask, post} from './demo-client.js';

const fixture = readFileSync(new URL('../fixtures/demo-wire.tsv', import.meta.url), 'utf8')
	.trimEnd()
	.split('\n');

test('every scenario, fault and case of drill plays the same bytes, reads and delays on every machine (npm run hashes)', () => {
	assert.deepEqual(wireHashes(), fixture);
});

test('the fixture has every scenario at three tries, every fault and every case of drill', () => {
	const rows = fixture.slice(1).map(row => row.split('\t'));
	for (const {name} of demoScenarios) {
		assert.equal(rows.filter(([scenario, , faults]) => scenario === name && faults === '').length, 3, name);
	}

	for (const name of faultRules.keys()) {
		assert.equal(rows.filter(([, , faults]) => faults === name).length, 1, name);
	}

	for (const [name] of caseFiles) {
		assert.equal(rows.filter(([scenario]) => scenario === `drill-${name}`).length, 1, name);
	}
});

test('what is planned is what a server writes, piece for piece', async () => {
	const sent = async () => {
		await using demo = await startDemoServer({scenario: 'unicode', faults: 'drip=5', seed: 7});
		const response = await post(demo.url, {...ask('Hi'), stream: true});
		const text = await response.text();
		const pieces = demo.requests()[0]?.body ?? [];
		assert.equal(Buffer.concat(pieces).toString(), text);
		return pieces.map(piece => Buffer.from(piece).toString('base64'));
	};
	const pieces = await sent();
	assert.ok(pieces.length > 100);
	assert.deepEqual(await sent(), pieces);
});
