/**
 * Asks the terminal for its name and version (XTVERSION): https://invisible-island.net/xterm/ctlseqs/ctlseqs.html, `CSI > Ps q`. Unlike variables,
 * the reply comes from the terminal itself, also over ssh.
 */
export const nameQuery = '\u001B[>q';

const nameReply = /\u001BP>\|([^\u0000-\u001F\u007F-\u009F]*)(?:\u001B\\|\u009C)/;

/** Reads the reply, such as `kitty(0.32.2)` or `WezTerm 20240203`; `null` without one. */
export function readNameReply(input: string): {readonly name: string | null; readonly rest: string} {
	return {
		name: nameReply.exec(input)?.[1] ?? null,
		rest: input.replace(nameReply, ''),
	};
}
