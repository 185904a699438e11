import assert from 'node:assert/strict';
import {test} from 'node:test';
import {eventLine, givenUpLine} from '../../../source/commands/tap/event-line.js';
import {complete} from '../../helpers/traced-stream.js';

const textOf = (row: ReturnType<typeof eventLine>) => row.map(({text}) => text).join('');

test('an event is a line, and so is what a client would have done that no longer waits', () => {
	assert.equal(textOf(eventLine(complete(1500, 12))), '    1.500 s  #12  ═ end  complete');
	assert.equal(
		textOf(givenUpLine(91_000, 3, {sign: 'content', limit: 90_000})),
		'   91.000 s   #3  ✂ watchdog  a client that waits for content 1 m 30 s would have given up',
	);
});
