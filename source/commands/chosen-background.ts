import type {Background} from '../text/background.js';
import {type BackgroundEffects, detectBackground} from '../ui/terminal/detect-background.js';
import type {OptionValues} from './options.js';

/** The background that a theme is for. Asks the terminal only if the answer matters. */
export function chosenBackground(
	theme: OptionValues['theme'],
	effects: BackgroundEffects,
): Promise<Background> | Background {
	switch (theme) {
		case 'auto':
		case 'colour-blind': {
			return detectBackground(effects);
		}

		case 'light': {
			return 'light';
		}

		case 'dark':
		case 'plain': {
			return 'dark';
		}
	}
}
