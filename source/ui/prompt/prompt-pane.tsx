import {Box} from 'ink';
import {memo} from 'react';
import {paintRow} from '../../text/paint.js';
import {type Row, rowWidth, segment} from '../../text/segment.js';
import {textWidth} from '../../text/text-width.js';
import type {Theme} from '../../text/theme.js';
import {Line, Lines} from '../screen/lines.js';
import {CompletionMenu, shownItems} from './completion-menu.js';
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
	/** The screen row at which the pane begins, with what it draws over the panes. */
	readonly top: number;
	/** The columns of the lines between panes that end at the rule above the prompt, or go on below what is drawn over them. */
	readonly separators: readonly number[];
	/** Where keys go: elsewhere, to an overlay above the panes, or here, with the terminal's cursor. */
	readonly keys: 'elsewhere' | 'above' | 'here';
	readonly theme: Theme;
};

/** The prompt below a rule, with the queued prompts, the reply of a command, or the command menu between them. */
export const PromptPane = memo(
	({layout, editing, panel, width, top, separators, keys, theme}: PromptPaneProps) => {
		const {rows, menu, height, over} = panel;
		const rule = promptRule(editing, {
			width,
			separators,
			isFocused: keys !== 'elsewhere',
			note: menu === null ? '' : menuNote(menu),
		});
		return (
			<Box flexDirection="column" flexShrink={0} marginTop={-over}>
				<Line text={paintRow(rule, width, theme)} />
				<Lines lines={rows.map(row => paintRow(row, width, theme))} />
				{menu !== null && (
					<Box height={menu.height}>
						<CompletionMenu
							items={menu.menu.items}
							selected={menu.menu.selected}
							width={width}
							maxRows={menu.height}
						/>
					</Box>
				)}
				<Prompt layout={layout} origin={{x: 0, y: top + 1 + height}} isActive={keys === 'here'} />
			</Box>
		);
	},
);

/** Which of the choices are visible, if not all are. */
function menuNote({menu: {items, selected}, height}: NonNullable<PromptPanel['menu']>): string {
	const {first, last} = shownItems(items.length, selected, height);
	const arrows = `${first > 0 ? '↑' : ''}${last < items.length ? '↓' : ''}`;
	return last - first === items.length ? '' : ` ${first + 1}–${last} of ${items.length} ${arrows} `;
}

type Rule = {
	readonly width: number;
	readonly separators: readonly number[];
	readonly isFocused: boolean;
	/** At the right end. */
	readonly note: string;
};

/** Heavy while the prompt has the keys. */
function promptRule(editing: number | null, {width, separators, isFocused, note}: Rule): Row {
	const role = isFocused ? 'focus' : 'line';
	const [line, joint] = isFocused ? ['━', '┷'] : ['─', '┴'];
	const words: Row =
		editing === null
			? []
			: [segment(' replacing from here on', 'warning'), segment(' · Esc cancels ', 'dim')];
	const drawn = Array.from({length: width}, (_, column) => (separators.includes(column) ? joint : line)).join(
		'',
	);
	const start = words.length === 0 ? 0 : 1;
	const end = note === '' ? width : width - 1 - textWidth(note);
	return [
		segment(drawn.slice(0, start), role),
		...words,
		segment(drawn.slice(start + rowWidth(words), end), role),
		segment(note, 'dim'),
		segment(note === '' ? '' : drawn.slice(width - 1), role),
	];
}
