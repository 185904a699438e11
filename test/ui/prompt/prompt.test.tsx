import assert from 'node:assert/strict';
import {afterEach, describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {cleanup, render} from 'ink-testing-library';
import type {Prompt as PromptValue} from '../../../source/analysis/prompt.js';
import {Prompt, promptIndent} from '../../../source/ui/prompt/prompt.js';
import {type PromptEditorOptions, usePromptEditor} from '../../../source/ui/prompt/use-prompt-editor.js';
import {eventually} from '../../helpers/eventually.js';

const placeholder = '> Type a message, / for commands, @ for files';
const pasted = (text: string) => `\u001B[200~${text}\u001B[201~`;

function Chat(options: Partial<PromptEditorOptions>) {
	const editor = usePromptEditor({
		history: [],
		width: 40 - promptIndent,
		maxRows: 4,
		onSubmit: () => {},
		...options,
	});
	return <Prompt layout={editor.layout} origin={{x: 0, y: 0}} isActive={options.isActive ?? true} />;
}

async function open(options: Partial<PromptEditorOptions> = {}) {
	const sent: PromptValue[] = [];
	const {stdin, lastFrame} = render(<Chat onSubmit={text => sent.push(text)} {...options} />);
	const frame = () => stripVTControlCharacters(lastFrame() ?? '');
	await eventually(() => stdin.listenerCount('readable'), 1);
	return {
		sent,
		frame,
		type: (...chunks: readonly string[]) => {
			for (const chunk of chunks) {
				stdin.write(chunk);
			}
		},
		shows: (...rows: readonly string[]) => eventually(() => frame().split('\n'), rows),
	};
}

describe('the prompt', () => {
	afterEach(cleanup);

	it('says what it is for while it is empty', async () => {
		const {frame, type, shows} = await open();
		assert.equal(frame(), placeholder);
		type('x');
		await shows('> x');
	});

	it('loses no key of a chunk', async () => {
		const {type, shows} = await open();
		type('abc\u007F\u007Fd');
		await shows('> ad');
	});

	it('sends a text that comes in one chunk with its Enter', async () => {
		const {sent, type, shows} = await open();
		type('hi\r');
		await shows(placeholder);
		assert.deepEqual(sent, ['hi']);
	});

	it('sends each of two prompts that come in one chunk', async () => {
		const {sent, type, shows} = await open();
		type('one\rtwo\rthree');
		await shows('> three');
		assert.deepEqual(sent, ['one', 'two']);
	});

	it('keeps every key that arrives before it is drawn again', async () => {
		const {type, shows} = await open({width: 400});
		type(...'held'.repeat(50).split(''), '\u007F'.repeat(120), '!');
		await shows(`> ${'held'.repeat(20)}!`);
	});

	it('deletes an emoji whole', async () => {
		const {type, shows} = await open();
		type('a👩‍👩‍👧‍👦', '\u007F', 'b');
		await shows('> ab');
	});

	it('begins a new line with Ctrl+J, Shift+Enter and a backslash before Enter', async () => {
		const {sent, type, shows} = await open({maxRows: 9});
		type('a', '\nb\nc', '\u001B[13;2u', 'd\\\r', 'e');
		await shows('> a', '  b', '  c', '  d', '  e');
		assert.deepEqual(sent, []);
	});

	it('makes a new line with Alt+Enter, which sends only while presenting', async () => {
		const {sent, type, shows} = await open();
		type('a', '\u001B\r', 'b');
		await shows('> a', '  b');
		assert.deepEqual(sent, []);
	});

	it('treats a paste of 10,000 lines as one, and sends nothing until Enter, then all of it', async () => {
		const {sent, type, shows} = await open();
		const lines = 'a line\r'.repeat(10_000);
		type(`see ${pasted(lines)}`);
		await shows('> see [paste 1: 10000 lines]');
		assert.deepEqual(sent, []);
		type('\r');
		await shows(placeholder);
		assert.deepEqual(sent, [`see ${lines.replaceAll('\r', '\n')}`]);
	});

	it('shows pasted escape sequences instead of obeying them', async () => {
		const {sent, type, shows} = await open();
		type(pasted('\u001B[2J\u0007red\r'));
		await shows('> ␛[2J␇red', '');
		type('\r');
		await eventually(() => sent, ['\u001B[2J\u0007red\n']);
	});

	it('grows to its limit and shows with arrows that there is more', async () => {
		const {type, shows} = await open();
		type('1\n2\n3\n4\n5\n6');
		await shows('↑ 3', '  4', '  5', '  6');
		type('\u001B[A\u001B[A\u001B[A');
		await shows('> 1', '  2', '  3', '↓ 4');
	});

	it('goes through earlier prompts, and searches them', async () => {
		const {type, shows} = await open({history: ['first', 'second']});
		type('draft', '\u001B[A', '\u001B[A');
		await shows('> first');
		type('\u0012sec');
		await shows('> search: sec', '  second');
		type('\r');
		await shows('> second');
	});

	it('lets the app take a command over', async () => {
		const seen: string[] = [];
		const {sent, type, shows} = await open({
			onCommand: (command, state) => {
				seen.push(`${command.name} at ${state.text}`);
				return command.name === 'enter';
			},
		});
		type('/he\t\r');
		await shows('> /he');
		assert.deepEqual(seen, ['insert at ', 'complete at /he', 'enter at /he']);
		assert.deepEqual(sent, []);
	});

	it('hears nothing while it is not active', async () => {
		const seen: string[] = [];
		const {stdin, lastFrame} = render(
			<Chat
				isActive={false}
				onCommand={command => {
					seen.push(command.name);
					return false;
				}}
			/>,
		);
		stdin.write('x');
		stdin.write(pasted('y'));
		assert.equal(stripVTControlCharacters(lastFrame() ?? ''), placeholder);
		assert.deepEqual(seen, []);
	});
});
