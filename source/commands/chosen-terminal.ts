import type {Background} from '../text/background.js';
import {clusterKinds, type OddClusters, type WidthModel} from '../text/odd-clusters.js';
import {
	detectTerminal,
	type TerminalEffects,
	type TerminalFacts,
	type TerminalQuestion,
} from '../ui/terminal/detect-terminal.js';
import type {OptionValues} from './options.js';

/** The background that the theme is for, the emoji that the terminal draws in its own way, and its keyboard. Asks the terminal only what matters. */
export async function chosenTerminal(
	{
		theme,
		widthModel,
		screenReader,
		kittyKeyboard,
	}: Pick<OptionValues, 'theme' | 'widthModel' | 'screenReader' | 'kittyKeyboard'>,
	effects: TerminalEffects,
): Promise<TerminalFacts> {
	const background = fixedBackground(theme);
	const oddClusters = fixedClusters(screenReader ? 'grapheme' : widthModel);
	const questions: TerminalQuestion[] = [
		...(background === null ? (['background'] as const) : []),
		...(oddClusters === null ? (['emoji'] as const) : []),
		...(kittyKeyboard ? (['kitty'] as const) : []),
	];
	if (background !== null && oddClusters !== null && questions.length === 0) {
		return {background, oddClusters, knowsKitty: false};
	}

	const facts = await detectTerminal(effects, questions);
	return {
		background: background ?? facts.background,
		oddClusters: oddClusters ?? facts.oddClusters,
		knowsKitty: kittyKeyboard && facts.knowsKitty,
	};
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
