import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {conformanceRules} from '../../../source/messages/conformance/conformance-rules.js';
import {blockCases} from './cases/block-cases.js';
import {characterCases} from './cases/character-cases.js';
import {fieldCases, toolCases, usageCases} from './cases/content-cases.js';
import {nameCases} from './cases/name-cases.js';
import {orderCases} from './cases/order-cases.js';
import type {Sample} from './cases/rule-case.js';
import {transportCases} from './cases/transport-cases.js';
import {brief, check} from './sample-stream.js';

const cases = [
	...transportCases,
	...nameCases,
	...orderCases,
	...blockCases,
	...toolCases,
	...characterCases,
	...usageCases,
	...fieldCases,
];
const found = ({events, facts}: Sample) => brief(check(events, facts));

describe('each rule', () => {
	for (const {rule, about, broken, kept} of cases) {
		it(`${rule}${about === undefined ? '' : ` ${about}`} is reported if, and only if, a stream breaks it`, () => {
			assert.deepEqual(found(broken), broken.findings);
			assert.deepEqual(found(kept), kept.findings);
		});
	}

	it('has a case that breaks it', () => {
		const named = new Set(cases.flatMap(({broken}) => broken.findings.map(finding => finding.split(' ')[1])));
		assert.deepEqual(
			conformanceRules.map(({name}) => name).filter(name => !named.has(name)),
			[],
		);
	});

	it('has a unique name, a severity, a title and a source', () => {
		assert.equal(new Set(conformanceRules.map(({name}) => name)).size, conformanceRules.length);
		for (const {name, severity, title, source, basis, example} of conformanceRules) {
			assert.match(name, /^[a-z]+(-[a-z]+)*$/);
			assert.ok(['error', 'warning', 'note'].includes(severity));
			assert.match(title, /^[\w[].*[^.]$/);
			assert.match(source, /^(API docs|SDK|HTML standard): \S/);
			assert.match(basis, /\.$/);
			assert.ok(example.length > 0 && !example.includes('\n'));
		}
	});
});
