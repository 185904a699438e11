import {keymap} from '../keymap.js';
import {paintRow} from '../paint.js';
import {verdictSigns} from '../rows/event-row.js';
import type {ScreenModel} from '../screen-model.js';
import {type Row, segment} from '../segment.js';
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

/** The key map, and what the signs of the event log mean. */
export function Help({model, width, height}: HelpProps) {
	const rows = helpRows();
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

function helpRows(): readonly Row[] {
	const contexts = Object.entries(headings);
	return [
		...contexts.flatMap(([context, heading]): readonly Row[] => [
			[segment(heading, 'title')],
			...keymap
				.filter(binding => binding.context === context)
				.map(({keys, help}): Row => [segment(`  ${keys.join(' ').padEnd(18)}`, 'key'), segment(help)]),
			[],
		]),
		[segment('What the SDK did with an event', 'title')],
		...Object.entries(verdictSigns)
			.filter(([verdict]) => verdict !== 'none')
			.map(([verdict, sign]): Row => [segment(`  ${sign.padEnd(18)}`, 'key'), segment(verdict)]),
	];
}
