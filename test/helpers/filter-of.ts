import assert from 'node:assert/strict';
import type {Filter} from '../../source/analysis/filter/filter.js';
import {readFilter} from '../../source/analysis/filter/read-filter.js';

/** The filter that a person types. */
export const filterOf = (words: string): Filter => {
	const read = readFilter(words);
	assert.ok(read.isRead && read.filter !== null, `${words}: ${read.isRead ? 'is empty' : read.message}`);
	return read.filter;
};
