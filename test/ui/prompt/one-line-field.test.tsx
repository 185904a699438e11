import assert from 'node:assert/strict';
import {afterEach, describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {Box} from 'ink';
import {cleanup, render} from 'ink-testing-library';
import {useState} from 'react';
import {OneLineField} from '../../../source/ui/prompt/one-line-field.js';
import {eventually} from '../../helpers/eventually.js';

type Heard = {
	readonly changes: string[];
	readonly submitted: string[];
	cancelled: number;
	/** What came after Enter or Escape, where somebody wants it. */
	rest?: unknown[];
};

function Form({heard, initial, isActive}: {heard: Heard; initial: string; isActive: boolean}) {
	const [value, setValue] = useState(initial);
	return (
		<Box width={20}>
			<OneLineField
				value={value}
				placeholder="Search"
				isActive={isActive}
				onChange={next => {
					heard.changes.push(next);
					setValue(next === 'reset' ? 'set from outside' : next);
				}}
				onSubmit={submitted => heard.submitted.push(submitted)}
				onCancel={() => heard.cancelled++}
				onRest={heard.rest && (rest => heard.rest?.push(...rest))}
			/>
		</Box>
	);
}

async function open(initial = '') {
	const heard: Heard = {changes: [], submitted: [], cancelled: 0};
	const {stdin, lastFrame, rerender} = render(<Form heard={heard} initial={initial} isActive />);
	const frame = () => stripVTControlCharacters(lastFrame() ?? '');
	await eventually(() => stdin.listenerCount('readable'), 1);
	return {
		heard,
		frame,
		type: (...chunks: readonly string[]) => {
			for (const chunk of chunks) {
				stdin.write(chunk);
			}
		},
		shows: (row: string) => eventually(frame, row),
		deactivate: () => rerender(<Form heard={heard} initial={initial} isActive={false} />),
	};
}

describe('a one-line field', () => {
	afterEach(cleanup);

	it('shows its placeholder while it is empty', async () => {
		const {frame, type, shows} = await open();
		assert.equal(frame(), 'Search');
		type('x');
		await shows('x');
	});

	it('loses no key of a chunk', async () => {
		const {heard, type, shows} = await open();
		type('abc\u007F\u007Fd');
		await shows('ad');
		assert.equal(heard.changes.at(-1), 'ad');
	});

	it('submits text that arrives in one chunk with its Enter', async () => {
		const {heard, type} = await open();
		type('hi\r');
		assert.deepEqual(heard.submitted, ['hi']);
	});

	it('passes on what arrives in one chunk after its Enter or Escape, and receives nothing more', async () => {
		const {heard, type} = await open();
		heard.rest = [];
		type('a');
		await eventually(() => heard.changes.at(-1), 'a');
		type('b\rxy\tz', 'late');
		assert.deepEqual(heard.submitted, ['ab']);
		assert.deepEqual(heard.rest, [{text: 'xy'}, {key: 'tab'}, {text: 'z'}]);
		assert.equal(heard.changes.at(-1), 'ab');
	});

	it('types no letter of a control or alt key', async () => {
		const {type, shows} = await open('word');
		type('\u0012', '\u001Bx', '\u0007', '\u001A', 's');
		await shows('words');
	});

	it('moves with Home, End and the arrows, and deletes on both sides', async () => {
		const {type, shows} = await open('middle');
		type('\u001B[H', 'a', '\u001B[F', 'z');
		await shows('amiddlez');
		type('\u001B[D\u001B[3~\u001B[H\u001B[3~');
		await shows('middle');
	});

	it('deletes an emoji whole', async () => {
		const {type, shows} = await open('a👍🏽b');
		type('\u001B[D', '\u007F');
		await shows('ab');
	});

	it('turns pasted newlines into spaces', async () => {
		const {heard, type, shows} = await open();
		type('\u001B[200~one\r\ntwo\rthree\u001B[201~');
		await shows('one two three');
		assert.deepEqual(heard.submitted, []);
	});

	it('is left with Escape', async () => {
		const {heard, type} = await open();
		type('\u001B[27u');
		assert.equal(heard.cancelled, 1);
	});

	it('shows the end of a text that is too long', async () => {
		const {type, shows} = await open('a value that is too long');
		await shows('ue that is too long');
		type('\u001B[H');
		await shows('a value that is too');
	});

	it('shows a value that is set from outside, with the cursor at its end', async () => {
		const {type, shows} = await open('rese');
		type('t');
		await shows('set from outside');
		type('!');
		await shows('set from outside!');
	});

	it('hears nothing once it is not active', async () => {
		const {heard, type, deactivate, frame} = await open('kept');
		deactivate();
		type('x');
		assert.deepEqual(heard.changes, []);
		assert.equal(frame(), 'kept');
	});
});
