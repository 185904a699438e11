import type {Screen} from '../screen/screen.js';
import {helpPage, scrolledHelp} from './help-layout.js';

/** Longer than any text in the help. */
const maxSearch = 60;

const segmenter = new Intl.Segmenter();

/** Key actions of the help. */
export const helpKeys = {
	toggleHelp: (screen: Screen) => (screen.overlay === 'help' ? closeHelp(screen) : openHelp(screen)),
	helpUp: (screen: Screen) => scrollHelp(screen, -1),
	helpDown: (screen: Screen) => scrollHelp(screen, 1),
	helpPageUp: (screen: Screen) => scrollHelp(screen, -helpPage(screen)),
	helpPageDown: (screen: Screen) => scrollHelp(screen, helpPage(screen)),
	helpTop: (screen: Screen): Screen => ({...screen, helpTop: 0}),
	helpEnd: (screen: Screen) => scrollHelp(screen, Number.POSITIVE_INFINITY),
	eraseInHelp: (screen: Screen) =>
		searchHelp(
			screen,
			[...segmenter.segment(screen.helpSearch)]
				.slice(0, -1)
				.map(({segment}) => segment)
				.join(''),
		),
	clearHelp: (screen: Screen) => searchHelp(screen, ''),
};

export function openHelp(screen: Screen): Screen {
	return {...screen, overlay: 'help', helpTop: 0, helpSearch: ''};
}

function closeHelp(screen: Screen): Screen {
	return {...screen, overlay: null, helpTop: 0, helpSearch: ''};
}

/** A text that was typed while the help is open is searched for in it. */
export function typeInHelp(screen: Screen, text: string): Screen {
	return searchHelp(screen, screen.helpSearch + text);
}

function searchHelp(screen: Screen, helpSearch: string): Screen {
	return {...screen, helpSearch: helpSearch.slice(0, maxSearch), helpTop: 0};
}

export function scrollHelp(screen: Screen, by: number): Screen {
	return {...screen, helpTop: scrolledHelp(screen, by)};
}
