import {sanitizeLine} from '../../text/sanitize.js';
import {truncate} from '../../text/text-width.js';

const longest = 200;

/**
 * The sequences that ring the terminal's bell and, if it can, show a notification (OSC 9, as in iTerm2, kitty, WezTerm, ConEmu and Windows
 * Terminal; others ignore it). A text that begins with a digit and a semicolon would mean something else to ConEmu.
 */
export function notification(text: string): string {
	return `\u0007\u001B]9;${truncate(sanitizeLine(text), longest)}\u0007`;
}
