import type {Screen} from '../screen/screen.js';
import {helpPage, scrolledHelp} from './help-layout.js';

/** Key actions of the help. */
export const helpKeys = {
	toggleHelp: (screen: Screen): Screen => ({
		...screen,
		overlay: screen.overlay === 'help' ? null : 'help',
		helpTop: 0,
	}),
	helpUp: (screen: Screen) => scrollHelp(screen, -1),
	helpDown: (screen: Screen) => scrollHelp(screen, 1),
	helpPageUp: (screen: Screen) => scrollHelp(screen, -helpPage(screen)),
	helpPageDown: (screen: Screen) => scrollHelp(screen, helpPage(screen)),
	helpTop: (screen: Screen): Screen => ({...screen, helpTop: 0}),
	helpEnd: (screen: Screen) => scrollHelp(screen, Number.POSITIVE_INFINITY),
};

export function scrollHelp(screen: Screen, by: number): Screen {
	return {...screen, helpTop: scrolledHelp(screen, by)};
}
