// A one-line field. ink-text-input draws it, but its own key handling is off, because it loses keys of one chunk, types the letters of
// control keys and halves emoji. Keys go one at a time through the prompt's editor.

import {Box, type DOMElement, useInput, usePaste} from 'ink';
import TextInput from 'ink-text-input';
import {useLayoutEffect, useRef, useState} from 'react';
import {useCellPlace} from '../screen/use-cell-place.js';
import {type KeyPress, keyPresses} from './key-press.js';
import {layoutOneLine} from './layout-one-line.js';
import {oneLine, runOneLineCommand} from './one-line.js';
import type {PromptCommand} from './prompt-command.js';
import {promptCommand} from './prompt-keys.js';
import {TerminalCursor} from './terminal-cursor.js';

export type OneLineFieldProps = {
	readonly value: string;
	readonly onChange: (value: string) => void;
	/** Called on Enter, even at the end of a chunk of typed text. Receives the newest value. */
	readonly onSubmit: (value: string) => void;
	/** Called on Escape. */
	readonly onCancel: () => void;
	/** Called on Tab, and on Up and Down, which otherwise do nothing. */
	readonly onComplete?: () => void;
	readonly onRecall?: (by: 1 | -1) => void;
	/** Set if Enter and Escape close the field. Receives what was typed after them in the same chunk. */
	readonly onRest?: ((rest: readonly KeyPress[]) => void) | undefined;
	readonly placeholder?: string;
	/** Whether the field receives keys and pastes and has the terminal's cursor. */
	readonly isActive: boolean;
};

/** One row high, as wide as its container. A value set from outside puts the cursor at its end. */
export function OneLineField({
	value,
	onChange,
	onSubmit,
	onCancel,
	onComplete,
	onRecall,
	onRest,
	placeholder = '',
	isActive,
}: OneLineFieldProps) {
	const box = useRef<DOMElement>(null);
	const place = useCellPlace(box);
	const [line, setLine] = useState(() => oneLine(value));
	// Several keys may come before the next render.
	const newest = useRef(line);
	useLayoutEffect(() => {
		if (value !== newest.current.text) {
			newest.current = oneLine(value);
			setLine(newest.current);
		}
	}, [value]);

	// A closed field still receives keys until it is unmounted. They are not meant for it.
	const isClosed = useRef(false);
	useLayoutEffect(() => {
		isClosed.current = false;
	});

	const run = (command: PromptCommand) => {
		if (command.name === 'enter') {
			onSubmit(newest.current.text);
		} else if (command.name === 'escape') {
			onCancel();
		} else if (command.name === 'complete') {
			onComplete?.();
		} else if (command.name === 'moveUp' || command.name === 'moveDown') {
			onRecall?.(command.name === 'moveUp' ? 1 : -1);
		} else {
			const last = newest.current;
			newest.current = runOneLineCommand(last, command);
			setLine(newest.current);
			if (newest.current.text !== last.text) {
				onChange(newest.current.text);
			}
		}
	};

	useInput(
		(input, key) => {
			if (isClosed.current) {
				return;
			}

			const presses = keyPresses(input, key);
			for (const [index, press] of presses.entries()) {
				const command = promptCommand(press);
				if (command !== null) {
					run(command);
				}

				if (onRest !== undefined && (command?.name === 'enter' || command?.name === 'escape')) {
					isClosed.current = true;
					onRest(presses.slice(index + 1));
					return;
				}
			}
		},
		{isActive},
	);
	usePaste(text => run({name: 'paste', text}), {isActive});

	const {shown, column} = layoutOneLine(line, place?.width ?? Number.POSITIVE_INFINITY);
	return (
		<Box ref={box} flexGrow={1} height={1} overflow="hidden">
			<TextInput focus={false} value={shown} placeholder={placeholder} onChange={onChange} />
			{isActive && place !== null && <TerminalCursor x={place.x + column} y={place.y} />}
		</Box>
	);
}
