import type {Background} from '../text/background.js';
import {clusterKinds, type OddClusters, type WidthModel} from '../text/odd-clusters.js';
import {
	detectTerminal,
	type TerminalEffects,
	type TerminalFacts,
	type TerminalQuestion,
} from '../ui/terminal/detect-terminal.js';
import {formOfName} from '../ui/terminal/notifying-terminals.js';
import {isInTmux} from '../ui/terminal/tmux-passage.js';
import type {OptionValues} from './options.js';

/**
 * The background that the theme is for, the characters that the terminal draws in its own way, its colours and its keyboard. Asks the terminal
 * only what matters.
 */
export async function chosenTerminal(
	{
		theme,
		widthModel,
		screenReader,
		kittyKeyboard,
		notify,
	}: Pick<OptionValues, 'theme' | 'widthModel' | 'screenReader' | 'kittyKeyboard' | 'notify'>,
	effects: TerminalEffects,
): Promise<TerminalFacts> {
	const background = fixedBackground(theme);
	const oddClusters = fixedClusters(screenReader ? 'grapheme' : widthModel);
	const questions: TerminalQuestion[] = [
		...(background === null ? (['background'] as const) : []),
		...(oddClusters === null ? (['widths'] as const) : []),
		...(theme !== 'plain' && mayHaveMoreColours(effects.env) ? (['colours'] as const) : []),
		...(kittyKeyboard ? (['kitty'] as const) : []),
		...(!screenReader && notify !== 'off' && mayShowMore(effects.env) ? (['name'] as const) : []),
	];
	if (background !== null && oddClusters !== null && questions.length === 0) {
		return {
			background,
			oddClusters,
			canSwitchGraphemes: false,
			knowsKitty: false,
			has256Colours: false,
			name: null,
		};
	}

	const facts = await detectTerminal(effects, questions);
	return {
		...facts,
		background: background ?? facts.background,
		oddClusters: oddClusters ?? facts.oddClusters,
		knowsKitty: kittyKeyboard && facts.knowsKitty,
	};
}

/** Many terminals with 256 colours call themselves `xterm`, which has eight. Those that say how many they have are believed. */
function mayHaveMoreColours({TERM = '', COLORTERM, FORCE_COLOR}: TerminalEffects['env']): boolean {
	return (
		COLORTERM === undefined && FORCE_COLOR === undefined && !/color|direct|kitty|^(?:screen|tmux)/.test(TERM)
	);
}

/** Whether the terminal's own name may say more about its notifications than the environment. tmux is asked for it each time, others show none. */
function mayShowMore(env: TerminalEffects['env']): boolean {
	const {TERM = '', STY, ZELLIJ} = env;
	return !isInTmux(env) && !STY && !ZELLIJ && formOfName(TERM) === null;
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

		case 'cjk': {
			return new Set([...clusterKinds, 'ambiguous']);
		}
	}
}
