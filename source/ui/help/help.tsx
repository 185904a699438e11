import {paintRow} from '../../text/paint.js';
import {segment} from '../../text/segment.js';
import {Lines} from '../screen/lines.js';
import {Pane} from '../screen/pane.js';
import type {ScreenModel} from '../screen/screen-model.js';
import {layoutHelp} from './help-layout.js';

export type HelpProps = {
	readonly model: ScreenModel;
	readonly width: number;
	readonly height: number;
};

/** The keys and commands, over the panes. */
export function Help({model, width, height}: HelpProps) {
	const {columns, columnWidth, length, height: inner, top} = layoutHelp(model, {width, height});
	const lines = Array.from({length: Math.min(inner, length)}, (_, index) =>
		columns.map(rows => paintRow(rows[top + index] ?? [], columnWidth, model.theme)).join(''),
	);
	const place = length > inner ? `${top + 1}–${top + inner} of ${length} · ` : '';
	return (
		<Pane
			title={[segment('Keys', 'title')]}
			note={[segment(`${place}Esc closes`, 'dim')]}
			width={width}
			height={height}
			isFocused
			theme={model.theme}
		>
			<Lines lines={lines} />
		</Pane>
	);
}
