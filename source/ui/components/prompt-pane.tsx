import {Box} from 'ink';
import type {ChatPrompt} from '../hooks/use-chat-prompt.js';
import {paintRow} from '../paint.js';
import type {ScreenModel} from '../screen-model.js';
import {type Row, segment} from '../segment.js';
import type {PromptPanel} from '../slash/prompt-panel.js';
import {CompletionMenu} from './completion-menu.js';
import {Lines} from './lines.js';
import {Pane} from './pane.js';
import {Prompt} from './prompt.js';

export type PromptPaneProps = {
	readonly model: ScreenModel;
	readonly prompt: ChatPrompt;
	readonly panel: PromptPanel;
	readonly width: number;
	/** The row of the screen where the pane begins. */
	readonly top: number;
};

/** The prompt in its frame, below what waits, what a command said, or the menu of the commands. */
export function PromptPane({model, prompt, panel, width, top}: PromptPaneProps) {
	const {editor, editing} = prompt;
	const {state, theme} = model;
	const {rows, menu, height} = panel;
	const inner = width - 2;
	return (
		<Pane
			title={titleOf(editing)}
			note={editing === null ? [] : [segment('Esc leaves it as it was', 'dim')]}
			width={width}
			height={editor.layout.rows.length + height + 2}
			isFocused={state.focus === 'prompt'}
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
			<Prompt
				layout={editor.layout}
				origin={{x: 1, y: top + 1 + height}}
				isActive={state.focus === 'prompt' && state.overlay === null && state.field === null}
			/>
		</Pane>
	);
}

function titleOf(editing: number | null): Row {
	return [
		segment('Prompt', 'title'),
		segment(editing === null ? '' : ' in the place of the last one', 'warning'),
	];
}
