/** Asks whether the terminal knows the kitty keyboard protocol (https://sw.kovidgoyal.net/kitty/keyboard-protocol/, "Detection of support"). */
export const kittyQuery = '\u001B[?u';

const kittyReply = /\u001B\[\?\d+u/;

/** Reads the flags that answer the query. Only a terminal that knows the protocol answers. */
export function readKittyReply(input: string): {readonly knowsKitty: boolean; readonly rest: string} {
	return {knowsKitty: kittyReply.test(input), rest: input.replace(kittyReply, '')};
}
