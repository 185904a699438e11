import type {Screen} from '../screen/screen.js';
import {goLive} from './playhead.js';

/**
 * Shows what a prompt that is sent now will bring. If every prompt stops, or this one, the screen will stand at its request, and the keys go to
 * the panes, where they step.
 */
export function sendPrompt(screen: Screen, isStopped: boolean): Screen {
	const shown = goLive(screen);
	return isStopped || screen.isStepping
		? {
				...shown,
				stopFrom: screen.live.length,
				focus: screen.hasEvents || screen.isPresenting ? 'events' : 'history',
			}
		: {...shown, stopFrom: null};
}

/** Stops a live screen at the request that it waits for. The stream continues behind the playhead. */
export function stopAtRequest(screen: Screen): Screen {
	const {trace, live, playhead, stopFrom} = screen;
	if (stopFrom === null || playhead !== null) {
		return screen;
	}

	for (let position = stopFrom; position < live.length; position++) {
		const event = trace.at(position);
		if (event?.type === 'request' && event.attempt === 1) {
			return {...screen, playhead: position + 1, stopFrom: null, notice: stoppedNotice};
		}
	}

	return screen;
}

const stoppedNotice = 'sent: . brings the next event, Space plays, 0 is live';
