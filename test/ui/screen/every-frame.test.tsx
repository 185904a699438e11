// The screen at every size and in every look that somebody may have.

import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {Box, renderToString} from 'ink';
import {type ChatHeader, chatHeader} from '../../../source/commands/chat/chat-header.js';
import {scriptsOfTheWorld} from '../../../source/demo/texts/scripts-of-the-world.js';
import {rowWidth, segment} from '../../../source/text/segment.js';
import {textWidth} from '../../../source/text/text-width.js';
import {createTheme} from '../../../source/text/theme.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {Body} from '../../../source/ui/screen/body.js';
import {headerRow} from '../../../source/ui/screen/header-row.js';
import type {ScreenState} from '../../../source/ui/screen/screen-state.js';
import {askedTurns} from '../../helpers/asked-turns.js';
import {screenOf} from '../../helpers/drawn-pane.js';

const sizes = [
	[40, 10],
	[60, 20],
	[80, 24],
	[100, 30],
	[120, 40],
	[200, 50],
	[300, 20],
] as const;

const looks = [
	['dark with true colours', createTheme('auto', 3, 'dark')],
	['light with true colours', createTheme('auto', 3, 'light')],
	['colour-blind', createTheme('colour-blind', 3, 'light')],
	['dark with 256 colours', createTheme('dark', 2)],
	['light with 256 colours', createTheme('light', 2, 'light')],
	['dark with 16 colours', createTheme('dark', 1)],
	['light with 16 colours', createTheme('light', 1, 'light')],
	['light with 8 colours', createTheme('light', 1, 'light', false, 8)],
	['colour-blind with 8 colours', createTheme('colour-blind', 1, 'dark', false, 8)],
	['of an unknown background', createTheme('auto', 1, 'unknown')],
	['without colours', createTheme('plain', 1)],
	['without any style', createTheme('plain', 0)],
] as const;

const cells = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Foxtrot', 'Golf', 'Hotel', 'India'];
const table = [
	'| name | what it does | note |',
	'| --- | --- | --- |',
	`| ${cells.slice(0, 3).join(' | ')} |`,
	`| \`${cells[3]} | ${cells[4]}\` | ${cells[5]} and a good deal more text than fits into a narrow column | ${cells[6]} | ${cells[7]} |`,
	`| ${cells[8]} | 👨‍👩‍👧 你好 | 🇩🇪 |`,
].join('\n');

const traces: ReadonlyArray<readonly [about: string, events: readonly TraceEvent[]]> = [
	['before anything was asked', []],
	['after text in all scripts', askedTurns([['Show me widths', scriptsOfTheWorld]])],
	['after a table', askedTurns([['Show me a table', table]])],
];

const states: ReadonlyArray<Partial<ScreenState>> = [
	{},
	{focus: 'history'},
	{focus: 'events'},
	{focus: 'inspector'},
	{focus: 'events', isZoomed: true},
	{overlay: 'help'},
	{logSize: 'ticker'},
	{isPresenting: true, focus: 'events'},
];

/** Rows for the header, the prompt with its rule, and the status line. */
const around = 4;

const drawn = (store: ReturnType<typeof screenOf>, width: number, height: number) =>
	renderToString(
		<Box width={width} height={height}>
			<Body screen={store.state} now={0} />
		</Box>,
		{columns: width},
	);

const open = (
	events: readonly TraceEvent[],
	state: Partial<ScreenState>,
	[width, height]: readonly [number, number],
	theme = createTheme('plain', 0),
) =>
	screenOf(events, state, {
		size: {width, height},
		theme,
		welcome: ['You are talking to the embedded demo.'],
	});

describe('every frame', () => {
	for (const size of sizes) {
		const [width, height] = size;
		it(`fills ${width}×${height}, with the conversation, the log, and no row too wide`, () => {
			for (const [about, events] of traces) {
				for (const state of states) {
					const frame = drawn(open(events, state, size), width, height - around).split('\n');
					const words = `${about}, ${JSON.stringify(state)}\n${frame.join('\n')}`;
					assert.equal(frame.length, height - around, words);
					for (const row of frame) {
						assert.ok(textWidth(row) <= width, words);
						assert.doesNotMatch(row, /[\u0000-\u001F\u007F-\u009F]/, words);
					}

					if (Object.keys(state).length === 0) {
						assert.match(frame.join('\n'), /[─━] Conversation[\s\S]*[─━] Events/, words);
					}
				}
			}
		});

		it(`shows every cell of a table at ${width}×${height}, if one scrolls`, () => {
			const store = open(askedTurns([['Show me a table', table]]), {focus: 'history'}, size);
			store.dispatch({name: 'historyTop'});
			const seen: string[] = [];
			for (let page = 0; page < 40; page++) {
				seen.push(drawn(store, width, height - around));
				store.dispatch({name: 'historyDown'});
			}

			for (const cell of cells) {
				assert.ok(seen.join('\n').includes(cell), `${cell}\n${seen.join('\n')}`);
			}
		});
	}

	for (const [look, theme] of looks) {
		it(`has the same characters ${look}`, () => {
			const events = askedTurns([['Show me widths', `${scriptsOfTheWorld}\n\n${table}`]]);
			for (const [size, state] of [
				[[80, 24], {}],
				[[40, 10], {focus: 'inspector'}],
				[[200, 50], {focus: 'events'}],
			] as const) {
				const [width, height] = size;
				const plain = drawn(open(events, state, size), width, height - around);
				const frame = drawn(open(events, state, size, theme), width, height - around);
				const trimmed = (text: string) =>
					stripVTControlCharacters(text)
						.split('\n')
						.map(row => row.trimEnd());
				assert.deepEqual(trimmed(frame), trimmed(plain));
			}
		});
	}

	for (const demo of [null, {scenario: 'thinking', speed: 1}] as const) {
		it(`says ${demo === null ? 'live' : 'demo'} in the header at every width`, () => {
			const facts: ChatHeader = {
				settings: {model: 'claude-opus-4-5-20251101', maxTokens: 4096},
				usual: {maxTokens: 4096},
				ending: 'retires on 2027-01-01',
				client: {apiVersion: '2023-06-01', auth: 'x-api-key'},
				demo,
				isFallback: demo !== null,
				recording: [[segment('rec ● a long title of what was asked first ')], [segment('rec ● ')]],
			};
			for (let width = 40; width <= 300; width++) {
				const row = headerRow(room => chatHeader(facts, room), null, width);
				assert.ok(rowWidth(row) <= width);
				assert.match(row.map(({text}) => text).join(''), demo === null ? /live/ : /demo/, String(width));
			}
		});
	}
});
