/** A filter with a name. `isOwn` is true for one of the config file, which can be removed. */
export type View = {readonly name: string; readonly filter: string; readonly isOwn: boolean};

/** Filters by their names, as the config file holds them. */
export type NamedFilters = Readonly<Record<string, string>>;

/** Views that everybody has, after those of the config file. */
const builtIn: readonly View[] = [
	{name: 'problems', filter: 'finding:error,warning | type:error | status>=400', isOwn: false},
	{name: 'no pings', filter: '!type:ping', isOwn: false},
	{name: 'deltas', filter: 'type:delta', isOwn: false},
	{name: 'gaps over a second', filter: 'gap>1s', isOwn: false},
	{name: 'dropped by the SDK', filter: 'sdk:dropped', isOwn: false},
];

/** The longest name of a view, in UTF-16 units. */
export const maxViewName = 40;

/** The views in the order of their numbers. A person's view takes the place of a built-in one of the same name. */
export function viewsOf(named: NamedFilters): readonly View[] {
	const own = Object.entries(named).map(([name, filter]): View => ({name, filter, isOwn: true}));
	return [...own, ...builtIn.filter(({name}) => !Object.hasOwn(named, name))];
}
