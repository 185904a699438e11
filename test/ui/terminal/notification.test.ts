import assert from 'node:assert/strict';
import {test} from 'node:test';
import {notification} from '../../../source/ui/terminal/notification.js';

test('a notification is a bell and an OSC 9, which its text cannot end', () => {
	assert.equal(notification('done'), '\u0007\u001B]9;done\u0007');
	const hostile = notification('a\u0007\u001B]0;title\u001B\\\nb');
	assert.equal(hostile.indexOf('\u0007', 1), hostile.length - 1);
	assert.equal(hostile.lastIndexOf('\u001B'), 1);
	assert.ok(notification('x'.repeat(5000)).length < 300);
});
