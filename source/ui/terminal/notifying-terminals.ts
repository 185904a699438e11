import type {NotificationForm} from './notification.js';

/** A terminal that shows notifications, and the sign by which it is recognised in the names that it gives itself. */
export type NotifyingTerminal = {
	readonly name: string;
	readonly form: NotificationForm;
	readonly sign: RegExp;
};

/**
 * What docs/ list as well.
 * @internal
 */
export const notifyingTerminals: readonly NotifyingTerminal[] = [
	{name: 'kitty', form: 'OSC 99', sign: /kitty/i},
	{name: 'Ghostty', form: 'OSC 777', sign: /ghostty/i},
	{name: 'WezTerm', form: 'OSC 777', sign: /wezterm/i},
	{name: 'foot', form: 'OSC 777', sign: /^foot\b/i},
	{name: 'urxvt, with its extension', form: 'OSC 777', sign: /^rxvt-unicode/i},
	{name: 'iTerm2', form: 'OSC 9', sign: /iterm/i},
	{name: 'Warp', form: 'OSC 9', sign: /^warp/i},
];

/** How the terminal of a name shows notifications; `null` if that is not known. */
export function formOfName(name: string): NotificationForm | null {
	return notifyingTerminals.find(({sign}) => sign.test(name))?.form ?? null;
}

/** How the terminal of an environment shows notifications. A variable may come from another terminal, around or before this one; `TERM` says most. */
export function formOfEnvironment({
	TERM = '',
	TERM_PROGRAM = '',
	LC_TERMINAL = '',
	STY,
	ZELLIJ,
}: Readonly<Record<string, string | undefined>>): NotificationForm | null {
	return STY || ZELLIJ ? null : (formOfName(TERM) ?? formOfName(TERM_PROGRAM) ?? formOfName(LC_TERMINAL));
}
