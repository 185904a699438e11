import {sanitizeLine} from '../../text/sanitize.js';
import {truncate} from '../../text/text-width.js';

/** The terminal keeps its title on a stack while the screen is shown (XTPUSHTITLE, XTPOPTITLE). Others ignore this. */
export const saveTitle = '\u001B[22;2t';
export const restoreTitle = '\u001B[23;2t';

/** In cells. Tabs and task lists show less. */
const longest = 80;

/** The sequence that sets the title of the terminal's window (OSC 2). */
export function titleSequence(title: string): string {
	return `\u001B]2;${truncate(sanitizeLine(title), longest)}\u0007`;
}

/** Whether a terminal of this kind has a title to set. The console of Linux prints what it does not know. */
export function canHaveTitle(term: string | undefined): boolean {
	return term !== undefined && term !== 'dumb' && term !== 'linux';
}
