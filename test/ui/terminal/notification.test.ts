import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
	type NotificationForm,
	notificationSequence,
	throughTmux,
} from '../../../source/ui/terminal/notification.js';

const forms: readonly NotificationForm[] = ['OSC 9', 'OSC 99', 'OSC 777'];
const notification = {title: 'Cats; and dogs', body: 'answered in 12.4 s; all of it'};

describe('a notification', () => {
	it('has title and body, as the terminal reads them', () => {
		assert.deepEqual(
			forms.map(form => notificationSequence(notification, form)),
			[
				'\u001B]9;Cats; and dogs: answered in 12.4 s; all of it\u0007',
				'\u001B]99;i=streamscope:d=0;Cats; and dogs\u0007\u001B]99;i=streamscope:d=1:p=body;answered in 12.4 s; all of it\u0007',
				'\u001B]777;notify;Cats, and dogs;answered in 12.4 s; all of it\u0007',
			],
		);
	});

	it('is never the progress bar that a title could ask for', () => {
		assert.equal(
			notificationSequence({title: '4;1;50', body: 'answered'}, 'OSC 9'),
			'\u001B]9;streamscope: 4;1;50: answered\u0007',
		);
	});

	it('has no end in its text, no other sequence, and a limit', () => {
		for (const form of forms) {
			const hostile = notificationSequence(
				{title: 'a\u0007\u001B]0;title\u001B\\\nb\u009C', body: '\u001B\\\u001Bc\u009D52;c;x\u0007'},
				form,
			);
			const parts = hostile.split('\u0007');
			assert.equal(parts.pop(), '');
			assert.equal(parts.length, form === 'OSC 99' ? 2 : 1);
			for (const part of parts) {
				assert.match(part, /^\u001B\][^\u0000-\u001F\u007F-\u009F]*$/);
			}

			const long = {title: 'x'.repeat(5000), body: 'y'.repeat(5000)};
			assert.ok(notificationSequence(long, form).length < 300);
		}
	});

	it('goes through tmux with each ESC doubled', () => {
		assert.equal(
			throughTmux('\u001B]9;a\u0007\u001B]9;b\u0007'),
			'\u001BPtmux;\u001B\u001B]9;a\u0007\u001B\u001B]9;b\u0007\u001B\\',
		);
	});
});
