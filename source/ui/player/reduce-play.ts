import type {Screen} from '../screen/screen.js';
import {type Step, step} from '../screen/screen-effect.js';
import {type PlayAction, playTo, stopAtBreakpoint} from './play.js';
import {stopAtRequest} from './send-and-stop.js';

export type PlayerAction =
	| PlayAction
	/** Stops at the newest event if it matches the breakpoint, and at the request that is waited for. */
	| {readonly name: 'checkBreakpoint'};

/** Moves what plays, and stops it where it is to stop. At a breakpoint, a person who is looking elsewhere is told. */
export function reducePlay(screen: Screen, action: PlayerAction): Step {
	switch (action.name) {
		case 'playTo': {
			const moved = playTo(screen, action);
			return action.outcome === 'break' ? told(moved) : step(moved);
		}

		case 'checkBreakpoint': {
			const stopped = stopAtBreakpoint(screen);
			return stopped === screen ? step(stopAtRequest(screen)) : told(stopped);
		}
	}
}

function told(screen: Screen): Step {
	return step(screen, {name: 'tell', news: {words: screen.notice ?? 'stopped', isPressing: true}});
}
