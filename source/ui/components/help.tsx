import type {KeyMap} from '../keymap.js';
import {paintRow} from '../paint.js';
import {findingSign, verdictSigns} from '../rows/event-row.js';
import type {ScreenModel} from '../screen-model.js';
import {type Row, segment} from '../segment.js';
import {slashCommands} from '../slash/slash-commands.js';
import {Lines} from './lines.js';
import {Pane} from './pane.js';

export type HelpProps = {
	readonly model: ScreenModel;
	readonly width: number;
	readonly height: number;
};

const headings = {
	everywhere: 'Everywhere',
	panes: 'In every pane but the prompt',
	history: 'Conversation',
	events: 'Events',
	inspector: 'Inspector',
} as const;

/** The key map, the prompt's keys, the slash commands, and what the signs of the event log mean. */
export function Help({model, width, height}: HelpProps) {
	const rows = helpRows(model.keymap);
	const inner = height - 2;
	const columns = width >= 100 ? 2 : 1;
	const columnWidth = Math.floor((width - 2) / columns);
	const perColumn = columns === 1 ? rows.length : Math.max(inner, Math.ceil(rows.length / columns));
	const top = Math.max(0, Math.min(model.state.helpTop, perColumn - inner));
	const lines = Array.from({length: Math.min(inner, perColumn)}, (_, index) =>
		Array.from({length: columns}, (_, column) =>
			paintRow(rows[column * perColumn + top + index] ?? [], columnWidth, model.theme),
		).join(''),
	);
	return (
		<Pane
			title={[segment('Keys', 'title')]}
			note={[segment('Esc closes', 'dim')]}
			width={width}
			height={height}
			isFocused
			theme={model.theme}
		>
			<Lines lines={lines} />
		</Pane>
	);
}

function helpRows(keymap: KeyMap): readonly Row[] {
	const contexts = Object.entries(headings);
	return [
		...contexts.flatMap(([context, heading]) =>
			section(
				heading,
				keymap.filter(binding => binding.context === context).map(({keys, help}) => [keys.join(' '), help]),
			),
		),
		...section(
			'Commands, typed into the prompt',
			slashCommands.map(({name, argument, summary}) => [
				`/${name}`,
				argument === '' ? summary : `${summary} · ${argument}`,
			]),
		),
		...section(
			'Prompt',
			keymap
				.filter(({context}) => context === 'prompt')
				.map(({keys, help}) => [keys.slice(0, 2).join(' '), help]),
		),
		...section('Signs of the event log', [
			...Object.entries(verdictSigns)
				.filter(([verdict]) => verdict !== 'none')
				.map(([verdict, sign]) => [sign, `the SDK: ${verdict}`]),
			[findingSign, 'something is found about it: see the tab Findings'],
		]),
	];
}

function section(heading: string, entries: ReadonlyArray<readonly string[]>): readonly Row[] {
	return [
		[segment(heading, 'title')],
		...entries.map(
			([name = '', words = '']): Row => [segment(`  ${name.padEnd(17)} `, 'key'), segment(words)],
		),
		[],
	];
}
