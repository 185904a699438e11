import {Box} from 'ink';
import {paintRow} from '../../text/paint.js';
import {type Row, segment} from '../../text/segment.js';
import {Lines} from '../screen/lines.js';
import {Pane} from '../screen/pane.js';
import type {ScreenModel} from '../screen/screen-model.js';
import {CompletionMenu} from './completion-menu.js';
import {Prompt} from './prompt.js';
import type {PromptPanel} from './prompt-panel.js';
import type {ChatPrompt} from './use-chat-prompt.js';

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
