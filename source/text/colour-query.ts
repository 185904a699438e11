/**
 * Asks for the last of xterm's 256 colours (OSC 4). A terminal answers only if it has it, whatever its `TERM` promises. It ends with BEL because
 * a terminal without OSC support then prints nothing.
 */
export const colourQuery = '\u001B]4;255;?\u0007';

const colourReply = /\u001B\]4;255;(?:rgba?:[\da-f/]+|#[\da-f]+)(?:\u0007|\u001B\\|\u009C)/i;

/** Reads the reply. */
export function readColourReply(input: string): {readonly has256Colours: boolean; readonly rest: string} {
	return {
		has256Colours: colourReply.test(input),
		rest: input.replace(colourReply, ''),
	};
}
