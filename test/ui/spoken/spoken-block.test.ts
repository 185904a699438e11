import assert from 'node:assert/strict';
import {test} from 'node:test';
import {gutterRows} from '../../../source/ui/conversation/block-rows.js';
import {spokenRow} from '../../../source/ui/spoken/spoken-block.js';

test('a folded text that is spoken names no key, because there is no pane in which it would work', () => {
	const rows = gutterRows('line\n'.repeat(30), {width: 40, isOpen: false}, 'dim', 'start').map(spokenRow);
	assert.equal(rows[0], 'line');
	assert.match(rows.at(-1) ?? '', /^… \d+ more lines$/);
});
