import {Box} from 'ink';
import {memo} from 'react';
import {paintRow} from '../../text/paint.js';
import {type Row, segment} from '../../text/segment.js';
import type {Theme} from '../../text/theme.js';
import {Lines} from '../screen/lines.js';
import {Pane} from '../screen/pane.js';
import {CompletionMenu} from './completion-menu.js';
import type {PromptLayout} from './layout-prompt.js';
import {Prompt} from './prompt.js';
import type {PromptPanel} from './prompt-panel.js';

export type PromptPaneProps = {
	/** The rows of the text, for the width of the pane. */
	readonly layout: PromptLayout;
	/** The exchange that the next prompt replaces. */
	readonly editing: number | null;
	readonly panel: PromptPanel;
	readonly width: number;
	/** The screen row at which the pane begins. */
	readonly top: number;
	/** Where keys go: elsewhere, to an overlay above the panes, or here, with the terminal's cursor. */
	readonly keys: 'elsewhere' | 'above' | 'here';
	readonly theme: Theme;
};

/** The prompt in its frame, below the queued prompts, the reply of a command, or the command menu. */
export const PromptPane = memo(({layout, editing, panel, width, top, keys, theme}: PromptPaneProps) => {
	const {rows, menu, height} = panel;
	const inner = width - 2;
	return (
		<Pane
			title={titleOf(editing)}
			note={editing === null ? [] : [segment('Esc cancels', 'dim')]}
			width={width}
			height={layout.rows.length + height + 2}
			isFocused={keys !== 'elsewhere'}
			theme={theme}
		>
			<Lines lines={rows.map(row => paintRow(row, inner, theme))} />
			{menu !== null && (
				<Box height={menu.height}>
					<CompletionMenu
						items={menu.menu.items}
						selected={menu.menu.selected}
						width={inner}
						maxRows={menu.height}
					/>
				</Box>
			)}
			<Prompt layout={layout} origin={{x: 1, y: top + 1 + height}} isActive={keys === 'here'} />
		</Pane>
	);
});

function titleOf(editing: number | null): Row {
	return [segment('Prompt', 'title'), segment(editing === null ? '' : ' replacing the last one', 'warning')];
}
