import {conformanceRules} from '../../messages/conformance/conformance-rules.js';
import {UsageError} from '../usage-error.js';

/** Whether the findings of a rule count. */
export type RuleFilter = (rule: string) => boolean;

const names: ReadonlySet<string> = new Set(conformanceRules.map(({name}) => name));

/**
 * Reads `cut-off,data-json`, the only rules to check, or `-id-shape,-line-ends`, all but these. Both together: the first without the second.
 * Throws a `UsageError` for a name that is no rule.
 */
export function parseRuleFilter(text: string): RuleFilter {
	const words = text
		.split(',')
		.map(word => word.trim())
		.filter(word => word !== '');
	const without = new Set(words.filter(word => word.startsWith('-')).map(word => word.slice(1)));
	const only = new Set(words.filter(word => !word.startsWith('-')));
	const stranger = [...only, ...without].find(name => !names.has(name));
	if (stranger !== undefined || words.length === 0) {
		throw new UsageError(
			`There is no rule called "${stranger ?? ''}".`,
			'--rules lists all rules; --rules=-id-shape,-line-ends leaves two of them out.',
		);
	}

	return rule => !names.has(rule) || ((only.size === 0 || only.has(rule)) && !without.has(rule));
}
