import type {Rule} from './finding.js';
import {blockRules} from './rules/block-rules.js';
import {bodyTextRules} from './rules/body-text-rules.js';
import {contentRules} from './rules/content-rules.js';
import {fieldRules} from './rules/field-rules.js';
import {nameRules} from './rules/name-rules.js';
import {orderRules} from './rules/order-rules.js';
import {toolRules} from './rules/tool-rules.js';
import {transportRules} from './rules/transport-rules.js';
import {usageRules} from './rules/usage-rules.js';

/** Every rule, in the order of a report. */
export const conformanceRules: readonly Rule[] = [
	transportRules,
	bodyTextRules,
	nameRules,
	orderRules,
	blockRules,
	toolRules,
	contentRules,
	usageRules,
	fieldRules,
].flatMap(group => Object.values<Rule>(group));
