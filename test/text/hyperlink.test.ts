import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {hyperlink, shortAddress} from '../../source/text/hyperlink.js';

test('web and mail addresses become hyperlinks, others do not', () => {
	assert.equal(
		hyperlink('a', 'https://b.com/c?d=e#f'),
		'\u001B]8;;https://b.com/c?d=e#f\u001B\\a\u001B]8;;\u001B\\',
	);
	assert.equal(hyperlink('a', 'mailto:b@c.com'), '\u001B]8;;mailto:b@c.com\u001B\\a\u001B]8;;\u001B\\');
	for (const address of [
		'javascript:alert(1)',
		'file:///etc/passwd',
		'ssh://a',
		'/b',
		'',
		`https://a/${'b'.repeat(3000)}`,
	]) {
		assert.equal(hyperlink('a', address), 'a');
	}
});

test('no character of an address can end the sequence or begin another', () => {
	const piece = fc.constantFrom(
		'\u001B',
		'\u0007',
		'\u009C',
		'\\',
		';',
		'\n',
		'\r',
		' ',
		'a',
		'/',
		'?',
		'#',
		'@',
		'%',
		'💥',
	);
	fc.assert(
		fc.property(fc.array(piece, {maxLength: 20}), pieces => {
			const shown = hyperlink('a', `https://b.com/${pieces.join('')}`);
			const address = /^\u001B\]8;;(.*)\u001B\\a\u001B\]8;;\u001B\\$/s.exec(shown)?.[1];
			assert.match(address ?? '', /^[\u0021-\u007E]+$/);
		}),
	);
});

test('a web address is shortened to its host', () => {
	assert.equal(shortAddress('https://user:secret@b.com:8080/c'), 'b.com:8080');
	assert.equal(shortAddress('mailto:b@c.com'), 'mailto:b@c.com');
	assert.equal(shortAddress('not an address'), 'not an address');
});
