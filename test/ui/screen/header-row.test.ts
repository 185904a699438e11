import assert from 'node:assert/strict';
import {test} from 'node:test';
import {textFilter} from '../../../source/analysis/filter/filter.js';
import {segment} from '../../../source/text/segment.js';
import {headerRow} from '../../../source/ui/screen/header-row.js';
import {filterOf} from '../../helpers/filter-of.js';

const header = () => ({left: [segment(' streamscope  model')], right: [segment('rec ● today ')]});
const textOf = (row: ReturnType<typeof headerRow>) => row.map(({text}) => text).join('');

test('a breakpoint is said in the header as long as it is set', () => {
	assert.equal(textOf(headerRow(header, null, 40)), ' streamscope  model         rec ● today ');
	assert.equal(
		textOf(headerRow(header, filterOf('type:ping'), 70)),
		' streamscope  model                 ◉ stops at type:ping  rec ● today ',
	);
});

test('a long breakpoint leaves the header its other half', () => {
	const row = textOf(headerRow(header, textFilter('a long text '.repeat(10)), 80));
	assert.equal(row.length, 80);
	assert.match(row, /^ streamscope {2}model .*◉ stops at "a long text a long text a l… {2}rec ● today $/);
});

test('if it does not all fit, both sides are cut, with a space between them', () => {
	const long = {
		left: [segment(' streamscope  claude-opus-4-5-20251101 · demo: thinking')],
		right: [segment('rec ● 2026-11-25-1038-5a69 ')],
	};
	assert.equal(textOf(headerRow(() => long, null, 40)), ' streamscope  clau… rec ● 2026-11-25-10…');
	assert.equal(
		textOf(headerRow(() => long, null, 80)),
		' streamscope  claude-opus-4-5-20251101 · demo: thin… rec ● 2026-11-25-1038-5a69 ',
	);
});
