import assert from 'node:assert/strict';
import {test} from 'node:test';
import {checkSize, largestRequest} from '../../../source/messages/request/check-size.js';

const withFile = (characters: number) => {
	const source = {type: 'base64', media_type: 'application/pdf', data: 'A'.repeat(characters)};
	return {messages: [{role: 'user', content: [{type: 'document', source}]}]};
};

test('a conversation whose files are over the limit of a request is refused, and one below it is not', () => {
	assert.equal(checkSize(withFile(largestRequest - 100)), null);
	assert.match(checkSize(withFile(largestRequest))?.words ?? '', /over 32 MB.*Attach smaller files/);
	assert.equal(checkSize({}), null);
	assert.equal(checkSize({messages: 'Hi'}), null);
});
