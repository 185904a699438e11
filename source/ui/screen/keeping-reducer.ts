import type {UnkeptSetting} from './keeping-state.js';
import type {Screen} from './screen.js';
import {type Step, step} from './screen-effect.js';
import {keySettings} from './screen-settings.js';

/** What a setting is called after 'keeps'. Settings with the same words are kept together. */
const subjects: ReadonlyMap<string, string> = new Map([
	['model', 'the model'],
	['maxTokens', 'the maximum'],
	['system', 'the system prompt'],
	['thinking', 'the thinking'],
	['effort', 'the effort'],
	['set', 'the fields'],
	['beta', 'the betas'],
	['demoSpeed', 'the speed'],
	['theme', 'the theme'],
	['log', 'this layout'],
	['inspector', 'this layout'],
	['split', 'this layout'],
	['logShare', 'this layout'],
	['columns', 'these columns'],
]);

function subjectOf(setting: string): string {
	return subjects.get(setting) ?? 'this';
}

/** Remembers changes of settings. One that is back at its first value has not changed. */
export function withChanges(screen: Screen, changes: readonly UnkeptSetting[]): Screen {
	const unkept = changes.reduce((rest: readonly UnkeptSetting[], {setting, before, value}) => {
		const first = rest.find(one => one.setting === setting);
		const others = rest.filter(one => one.setting !== setting);
		const change = {setting, before: first === undefined ? before : first.before, value};
		return isSame(change.before, value) ? others : [...others, change];
	}, screen.unkept);
	return {...screen, unkept};
}

/** Forgets the changes that are in the config file now. What was changed again while it was written has changed since then. */
export function withoutKept(screen: Screen, kept: ReadonlyMap<string, unknown>): Screen {
	const unkept = screen.unkept.flatMap(one => {
		const before = kept.get(one.setting);
		return !kept.has(one.setting) ? [one] : isSame(before, one.value) ? [] : [{...one, before}];
	});
	return {...screen, unkept};
}

/** Says which key keeps a setting that was changed; `null` if none does. */
export function keepHint({keymap, unkept}: Pick<Screen, 'keymap' | 'unkept'>): string | null {
	const newest = unkept.at(-1);
	const key = keymap.find(({action}) => action === 'keepChanges')?.keys[0];
	return newest === undefined || key === undefined
		? null
		: `${keyLabel(key)} keeps ${subjectOf(newest.setting)}`;
}

/**
 * Remembers which settings a key changed. Says once how they are kept, for as long as only they change. `before` still has the notice of the key
 * before.
 */
export function offerToKeep(before: Screen, done: Step): Step {
	const changes = Object.entries(keySettings).flatMap(([setting, read]) => {
		const change = {setting, before: read(before), value: read(done.screen)};
		return isSame(change.before, change.value) ? [] : [change];
	});
	if (changes.length === 0) {
		return done;
	}

	const screen = withChanges(done.screen, changes);
	const hint = keepHint(screen);
	const isUnkept = screen.unkept.some(({setting}) => changes.some(change => change.setting === setting));
	const isNew = hint !== null && (before.notice === hint || !screen.told.includes(hint));
	return isUnkept && isNew && screen.notice === null
		? {...done, screen: {...screen, notice: hint, told: [...screen.told, hint]}}
		: {...done, screen};
}

/** Keeps the setting that was changed last, with those of the same subject. */
export function keepChanges(screen: Screen): Step {
	const newest = screen.unkept.at(-1);
	if (newest === undefined) {
		return step({...screen, notice: 'no setting was changed that is not kept'});
	}

	const subject = subjectOf(newest.setting);
	const settings = screen.unkept.filter(({setting}) => subjectOf(setting) === subject);
	const values = Object.fromEntries(settings.map(({setting, value}) => [setting, value]));
	return step(screen, {name: 'keepSettings', values});
}

/** Ctrl+S for `ctrl+s`. Without Ctrl, a capital letter would be another key. */
function keyLabel(key: string): string {
	const label = key.replaceAll(/(^|\+)(ctrl|alt|shift|f)(?=.)/g, (_, plus: string, word: string) => {
		return plus + word.charAt(0).toUpperCase() + word.slice(1);
	});
	return /^Ctrl\+.$/.test(label) ? `Ctrl+${label.slice(-1).toUpperCase()}` : label;
}

/** Values as the config file holds them. */
function isSame(one: unknown, other: unknown): boolean {
	return Object.is(one, other) || JSON.stringify(one) === JSON.stringify(other);
}
