import {setImmediate as nextTurn} from 'node:timers/promises';

/** How many turns of the event loop a plan waits for others that are still coming. Connections are accepted one in a turn. */
const patience = 64;

/**
 * Lets requests that come together be planned one in each turn of the event loop, in their order, and only once no more are coming. The clock of
 * each request then starts when it comes, not when those before it are planned, and the streams in progress are sent in between.
 */
export function createPlanningTurns(): () => Promise<void> {
	let asked = 0;
	let last = Promise.resolve();
	const untilQuiet = async () => {
		for (let turn = 0, before = -1; turn < patience && asked !== before; turn++) {
			before = asked;
			await nextTurn();
		}
	};
	return () => {
		asked++;
		last = last.then(untilQuiet);
		return last;
	};
}
