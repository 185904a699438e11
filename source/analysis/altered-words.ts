import {formatMilliseconds, formatTokens} from '../text/format-numbers.js';
import {alteredWays} from '../trace/trace-event.js';
import type {AlteredReport} from './trace-report.js';

/** What a client got otherwise than the server sent it: `for the client: 2 dropped · 1 held, 5.0 s`. */
export function alteredWords({counts, heldFor}: AlteredReport): string {
	const parts = alteredWays
		.filter(how => how !== 'released' && counts[how] !== undefined)
		.map(how => {
			const time = how === 'held' && heldFor > 0 ? `, ${formatMilliseconds(heldFor)}` : '';
			return `${formatTokens(counts[how] ?? 0)} ${how}${time}`;
		});
	return `for the client: ${parts.join(' · ')}`;
}
