import type {FindingReport} from '../../analysis/trace-report.js';
import {conformanceRules} from '../../messages/conformance/conformance-rules.js';
import {wholeMessageRule} from '../../messages/conformance/rules/whole-message-rule.js';

const titles: ReadonlyMap<string, string> = new Map(
	[...conformanceRules, wholeMessageRule].map(({name, title}) => [name, title]),
);

/** What was expected instead of what a finding says, in a clause. */
export function expectationOf({rule, expected}: Pick<FindingReport, 'rule' | 'expected'>): string {
	return expected ?? titles.get(rule) ?? '';
}
