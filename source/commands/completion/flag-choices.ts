import {demoScenarios} from '../../demo/scenario-names.js';
import {themeChoices} from '../../text/palettes.js';

const choices = new Map<string, readonly string[]>([
	['--demo', [...demoScenarios.map(({name}) => name), 'list']],
	['--theme', themeChoices],
]);

/** The words that a flag takes, where there are only a few. */
export function flagChoices(flag: string): readonly string[] {
	return choices.get(flag) ?? [];
}
