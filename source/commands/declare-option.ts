import type {OptionSource, OptionVariable} from '../config/resolve-options.js';
import type {ValueKind} from '../config/value-kind.js';

/** A flag as the command line spells it, and what the help says of it. */
type Flag = {readonly flag: string; readonly help: string};

export type Option<Value> = OptionSource<Value> & {
	readonly group: 'Request' | 'Demo' | 'Recording' | 'Screen';
	/** The flags that the help lists. The opposite of a switch is understood as well. */
	readonly listed: readonly Flag[];
	/** Whether it can be given more than once, each time with one more value. */
	readonly isRepeated: boolean;
};

type Declaration<Value> = {
	readonly kind: ValueKind<Value>;
	readonly fallback: Value;
	readonly listed: readonly Flag[];
	readonly opposite?: string;
	readonly isRepeated?: true;
	/** Unless said otherwise, the config file takes what the flag takes. */
	readonly field?: ValueKind<Value> | null;
	readonly variables?: readonly OptionVariable[];
};

/** Declares options of a group of the help. */
export const declare =
	(group: Option<unknown>['group']) =>
	<Value>({listed, opposite, field, variables, isRepeated, ...rest}: Declaration<Value>): Option<Value> => ({
		...rest,
		group,
		listed,
		flags: [...listed.map(({flag}) => flag), ...(opposite === undefined ? [] : [opposite])],
		field: field === undefined ? rest.kind : field,
		variables: variables ?? [],
		isRepeated: isRepeated ?? false,
	});
