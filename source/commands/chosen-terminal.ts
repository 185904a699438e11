import type {Background} from '../text/background.js';
import {clusterKinds, type OddClusters, type WidthModel} from '../text/odd-clusters.js';
import {detectTerminal, type TerminalEffects, type TerminalFacts} from '../ui/terminal/detect-terminal.js';
import type {OptionValues} from './options.js';

/** The background that the theme is for, and the emoji that the terminal draws in its own way. Asks the terminal only if the answer matters. */
export async function chosenTerminal(
	{theme, widthModel, screenReader}: Pick<OptionValues, 'theme' | 'widthModel' | 'screenReader'>,
	effects: TerminalEffects,
): Promise<TerminalFacts> {
	const background = fixedBackground(theme);
	const oddClusters = fixedClusters(screenReader ? 'grapheme' : widthModel);
	if (background !== null && oddClusters !== null) {
		return {background, oddClusters};
	}

	const facts = await detectTerminal(
		effects,
		background !== null ? 'emoji' : oddClusters !== null ? 'background' : 'background and emoji',
	);
	return {background: background ?? facts.background, oddClusters: oddClusters ?? facts.oddClusters};
}

function fixedBackground(theme: OptionValues['theme']): Background | null {
	switch (theme) {
		case 'auto':
		case 'colour-blind': {
			return null;
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

function fixedClusters(model: WidthModel): OddClusters | null {
	switch (model) {
		case 'auto': {
			return null;
		}

		case 'grapheme': {
			return new Set();
		}

		case 'wcwidth': {
			return new Set(clusterKinds);
		}
	}
}
