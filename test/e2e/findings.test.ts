import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openChat} from '../helpers/open-chat.js';

test('what is wrong with a stream is counted, flagged in the log, and told of in its tab', async () => {
	await using chat = await openChat({demo: 'malformed'});
	chat.send('Hello');
	const counted = await chat.frame(({inspector}) => /Findings 5/.test(inspector));
	assert.ok(counted.log.filter(row => /^.{4,6}⚑/.test(row)).length > 0, counted.log.join('\n'));

	chat.press('tab', '6');
	const {inspector} = await chat.frame(frame => /▸Findings 5◂/.test(frame.inspector));
	assert.match(inspector, /1 error · 4 notes · exchange 1/);
	assert.match(inspector, /error data-json #\d+/);
	assert.match(inspector, /note unknown-event #\d+/);
});
