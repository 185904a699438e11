import {selectEvent} from '../events/select-log.js';
import type {Screen} from '../screen/screen.js';
import {type Step, step} from '../screen/screen-effect.js';

/** Lets a held stream go on: that of the selected attempt or event, else the oldest. */
export function releaseHold(screen: Screen): Step {
	const {held} = screen.live;
	const selected =
		screen.overlay === 'exchanges' ? screen.exchanges.attempt?.exchange : selectEvent(screen)?.exchange;
	const exchange = held.find(one => one === selected) ?? held[0];
	return exchange === undefined
		? step({...screen, notice: 'no stream is held'})
		: step({...screen, notice: `exchange ${exchange} goes on`}, {name: 'releaseHold', exchange});
}
