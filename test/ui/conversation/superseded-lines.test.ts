import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createTheme} from '../../../source/text/theme.js';
import {supersededLines} from '../../../source/ui/conversation/superseded-lines.js';

const theme = createTheme('plain', 0);
const options = {width: 30, theme};
const lines = ['\u001B[1mYou\u001B[22m', 'Hello', '', 'Claude', 'Hi.', ''];

test('a turn that another one replaced loses its colours and says what became of it', () => {
	assert.deepEqual(supersededLines(lines, {standing: 'retried', opens: false}, options), [
		'You',
		'Hello',
		'',
		'Claude',
		'Hi.',
		'',
		'↻ Asked again below.'.padEnd(30),
		'',
	]);
	assert.match(
		supersededLines(lines, {standing: 'edited', opens: false}, options)[6] ?? '',
		/Asked differently below/,
	);
});

test('a turn that begins another conversation has a rule above it', () => {
	const [rule, ...rest] = supersededLines(lines, {standing: 'said', opens: true}, options);
	assert.equal(rule, '── A new conversation ────────');
	assert.deepEqual(rest, ['', ...lines]);
	assert.equal(
		supersededLines(lines, {standing: 'said', opens: true}, {...options, width: 10})[0],
		'── A new c',
	);
});
