/** A setting that was changed, but not in the config file. `before` is its value before the first change. */
export type UnkeptSetting = {readonly setting: string; readonly before: unknown; readonly value: unknown};

export type KeepingState = {
	/** The newest last. */
	readonly unkept: readonly UnkeptSetting[];
	/** What was said about how settings are kept. */
	readonly told: readonly string[];
};

export const initialKeeping: KeepingState = {unkept: [], told: []};
