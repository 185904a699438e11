import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import {describe, it, type TestContext} from 'node:test';
import {Box, render, Text} from 'ink';
import {useState} from 'react';
import {OneLineField} from '../../../source/ui/prompt/one-line-field.js';
import {Prompt, promptIndent} from '../../../source/ui/prompt/prompt.js';
import {usePromptEditor} from '../../../source/ui/prompt/use-prompt-editor.js';
import {eventually} from '../../helpers/eventually.js';
import {createTerminalScreen} from '../../helpers/terminal-screen.js';

const columns = 30;
const rows = 8;

/** A screen like the app's: a field above, the prompt at the bottom in a border. Tab goes from one to the other. */
function Screen() {
	const [isFieldActive, setFieldActive] = useState(false);
	const [value, setValue] = useState('');
	const editor = usePromptEditor({
		history: [],
		width: columns - 2 - promptIndent,
		maxRows: 3,
		onSubmit: () => {},
		onCommand: ({name}) => {
			setFieldActive(name === 'complete');
			return name === 'complete';
		},
		isActive: !isFieldActive,
	});
	const height = editor.layout.rows.length;
	return (
		<Box flexDirection="column" width={columns} height={rows}>
			<Box>
				<Text>find: </Text>
				<OneLineField
					value={value}
					isActive={isFieldActive}
					onChange={setValue}
					onSubmit={() => setFieldActive(false)}
					onCancel={() => {}}
				/>
			</Box>
			<Box flexGrow={1} />
			<Box borderStyle="round" height={height + 2}>
				<Prompt layout={editor.layout} origin={{x: 1, y: rows - 1 - height}} isActive={!isFieldActive} />
			</Box>
		</Box>
	);
}

async function open(t: TestContext) {
	const screen = createTerminalScreen({columns, rows});
	const stdout = Object.assign(new PassThrough(), {columns, rows, isTTY: true});
	let fed = Promise.resolve();
	stdout.on('data', (data: Buffer) => {
		fed = fed.then(() => screen.feed(data.toString().replaceAll(/\r?\n/g, '\r\n')));
	});
	const stdin = Object.assign(new PassThrough(), {
		isTTY: true,
		setRawMode: () => {},
		ref: () => {},
		unref: () => {},
	});
	const app = render(<Screen />, {
		stdout: stdout as never,
		stdin: stdin as never,
		exitOnCtrlC: false,
		patchConsole: false,
		interactive: true,
		maxFps: 1000,
		alternateScreen: true,
	});
	t.after(() => {
		app.unmount();
		screen.dispose();
	});
	await eventually(() => stdin.listenerCount('readable'), 1);
	return {
		screen,
		type: (keys: string) => stdin.write(keys),
		/** Waits until the terminal's visible cursor is at a cell. */
		cursorAt: (x: number, y: number) => eventually(screen.cursor, {x, y, visible: true}),
	};
}

describe('the terminal’s cursor', () => {
	it('stands where the text goes, in cells, while the prompt grows', async t => {
		const {screen, type, cursorAt} = await open(t);
		await cursorAt(3, 6);
		type('ab漢字👩‍👩‍👧‍👦');
		await cursorAt(11, 6);
		type('\u001B[D\u001B[D');
		await cursorAt(7, 6);
		type('\u0005\nnew');
		await cursorAt(6, 6);
		assert.deepEqual(screen.rows().slice(4, 8), [
			`╭${'─'.repeat(28)}╮`,
			'│> ab漢字👩‍👩‍👧‍👦                  │',
			'│  new                       │',
			`╰${'─'.repeat(28)}╯`,
		]);
		type('\u001B[A');
		await cursorAt(5, 5);
	});

	it('goes to the next row with the text that wraps', async t => {
		const {type, cursorAt} = await open(t);
		type('x'.repeat(25));
		await cursorAt(28, 6);
		type('x');
		await cursorAt(4, 6);
	});

	it('goes to a field and back', async t => {
		const {type, cursorAt} = await open(t);
		type('abc\t');
		await cursorAt(6, 0);
		type('漢字');
		await cursorAt(10, 0);
		type('\r');
		await cursorAt(6, 6);
	});
});
