import type {Terminal} from '@xterm/headless';

type KittyKeyboardFlags = {
	/** The flags in force on the active screen. 0 is the traditional keyboard. */
	readonly current: () => number;
};

const first = (parameters: ReadonlyArray<number | number[]>, fallback: number): number => {
	const [value] = parameters;
	return typeof value === 'number' && value !== 0 ? value : fallback;
};

/**
 * Follows the kitty keyboard protocol (https://sw.kovidgoyal.net/kitty/keyboard-protocol/): push, pop, set and query, with a stack for each
 * screen. xterm ignores these sequences. With `supported` false they have no effect and the query stays unanswered, as in most terminals.
 */
export const trackKittyKeyboardFlags = (
	terminal: Terminal,
	supported: boolean,
	reply: (data: string) => void,
): KittyKeyboardFlags => {
	const stacks: Record<'normal' | 'alternate', number[]> = {normal: [], alternate: []};
	const stack = (): number[] => stacks[terminal.buffer.active.type];
	const current = (): number => stack().at(-1) ?? 0;
	if (!supported) {
		return {current: () => 0};
	}

	const on = (prefix: string, handle: (parameters: ReadonlyArray<number | number[]>) => void): void => {
		terminal.parser.registerCsiHandler({prefix, final: 'u'}, parameters => {
			handle(parameters);
			return true;
		});
	};

	on('>', parameters => {
		stack().push(first(parameters, 0));
	});
	on('<', parameters => {
		stack().splice(-first(parameters, 1));
	});
	on('=', parameters => {
		stack().splice(-1, 1, first(parameters, 0));
	});
	on('?', () => reply(`\u001B[?${current()}u`));
	return {current};
};
