import {continueHunt} from '../events/hunt.js';
import type {Screen} from './screen.js';
import type {FactAction} from './screen-action.js';

/** Returns the screen with a new fact. */
export function reduceFact(screen: Screen, action: FactAction): Screen {
	switch (action.name) {
		case 'layOut': {
			const {size, promptHeight, welcome} = action;
			const isSame =
				screen.size.width === size.width &&
				screen.size.height === size.height &&
				screen.promptHeight === promptHeight &&
				screen.welcome === welcome;
			return isSame ? screen : {...screen, size, promptHeight, welcome};
		}

		case 'noteWindowFocus': {
			return screen.windowFocus === action.focus ? screen : {...screen, windowFocus: action.focus};
		}

		case 'learn': {
			return {...screen, learnt: screen.learnt + 1};
		}

		case 'continueHunt': {
			return continueHunt(screen);
		}

		case 'continueFilter': {
			// Each screen looks at some more events.
			return {...screen};
		}

		case 'useTheme': {
			return {...screen, theme: action.theme};
		}

		case 'say': {
			return {...screen, notice: action.notice};
		}
	}
}
