import {conformanceRules} from '../../messages/conformance/conformance-rules.js';
import {wholeMessageRule} from '../../messages/conformance/rules/whole-message-rule.js';

const titles: ReadonlyMap<string, string> = new Map(
	[...conformanceRules, wholeMessageRule].map(({name, title}) => [name, title]),
);

/** What a rule expects, in a clause. */
export function expectationOf(rule: string): string {
	return titles.get(rule) ?? '';
}
