import {Box} from 'ink';
import {paintRow} from '../../text/paint.js';
import {type Row, segment} from '../../text/segment.js';
import type {Theme} from '../../text/theme.js';
import {Lines} from '../screen/lines.js';
import {Pane} from '../screen/pane.js';
import {CompletionMenu} from './completion-menu.js';
import {Prompt} from './prompt.js';
import type {PromptPanel} from './prompt-panel.js';
import type {ChatPrompt} from './use-chat-prompt.js';

export type PromptPaneProps = {
	readonly prompt: ChatPrompt;
	readonly panel: PromptPanel;
	readonly width: number;
	/** The row of the screen where the pane begins. */
	readonly top: number;
	readonly isFocused: boolean;
	/** Whether the terminal's cursor is here. */
	readonly isActive: boolean;
	readonly theme: Theme;
};

/** The prompt in its frame, below what waits, what a command said, or the menu of the commands. */
export function PromptPane({prompt, panel, width, top, isFocused, isActive, theme}: PromptPaneProps) {
	const {editor, editing} = prompt;
	const {rows, menu, height} = panel;
	const inner = width - 2;
	return (
		<Pane
			title={titleOf(editing)}
			note={editing === null ? [] : [segment('Esc leaves it as it was', 'dim')]}
			width={width}
			height={editor.layout.rows.length + height + 2}
			isFocused={isFocused}
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
			<Prompt layout={editor.layout} origin={{x: 1, y: top + 1 + height}} isActive={isActive} />
		</Pane>
	);
}

function titleOf(editing: number | null): Row {
	return [
		segment('Prompt', 'title'),
		segment(editing === null ? '' : ' in the place of the last one', 'warning'),
	];
}
