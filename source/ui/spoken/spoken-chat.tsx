import {Box, Text, useApp, useWindowSize} from 'ink';
import {useCallback} from 'react';
import {sanitizeLine} from '../../text/sanitize.js';
import {useChat} from '../hooks/use-chat.js';
import {Prompt, promptIndent} from '../prompt/prompt.js';
import type {PromptMenu} from '../prompt/prompt-panel.js';
import type {AppProps} from '../screen/app.js';
import {useScreen} from '../screen/use-shown-screen.js';
import {useNarration} from './use-narration.js';
import {useSpokenKeys} from './use-spoken-keys.js';

/**
 * The chat for a screen reader: plain text that only grows, in whole sentences. The prompt is below it, but is hidden while an answer
 * arrives and nothing is typed. Nothing moves by itself.
 */
export function SpokenChat({store, services, frame}: Pick<AppProps, 'store' | 'services' | 'frame'>) {
	const {suspendTerminal} = useApp();
	const {columns, rows} = useWindowSize();
	const screen = useScreen(store);
	const lendTerminal = useCallback((run: () => Promise<void>) => suspendTerminal(run), [suspendTerminal]);
	const suspend = useCallback(() => void lendTerminal(services.job.suspend), [lendTerminal, services]);
	const {stream, prompt} = useChat({
		store,
		services,
		suspend,
		hasPanes: false,
		frame,
		lendTerminal,
		width: columns - promptIndent,
		maxRows: Math.max(1, Math.floor(rows / 3)),
	});
	const {editor} = prompt;
	useSpokenKeys(store, editor);
	useNarration({
		store,
		services,
		view: stream.view,
		notice: screen.notice,
		reply: prompt.reply,
		width: columns,
	});

	const isAnswering = stream.phase === 'connecting' || stream.phase === 'streaming';
	if (isAnswering && editor.state.text === '') {
		return null;
	}

	return (
		<Box flexDirection="column">
			<Prompt layout={editor.layout} origin={{x: 0, y: 0}} isActive placeholder="" />
			{prompt.menu !== null && <Text wrap="truncate">{menuLine(prompt.menu)}</Text>}
		</Box>
	);
}

/** The row that Enter or Tab would accept. */
function menuLine({items, selected, note}: PromptMenu): string {
	const item = items[selected];
	return item === undefined
		? sanitizeLine(note)
		: sanitizeLine(
				[`${selected + 1} of ${items.length}: ${item.label}`, item.description]
					.filter(part => part !== '')
					.join(', '),
			);
}
