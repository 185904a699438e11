// The options that mean the same in every command, each declared once. The command line, the config file, the environment, the help and
// the table of options in docs/ all use this list.

import type {PriceField} from '../config/price-overrides.js';
import type {Resolved} from '../config/resolve-options.js';
import * as kinds from '../config/value-kind.js';
import type {DemoSpeed} from '../demo/pace-clock.js';
import {demoScenarios} from '../demo/scenario-names.js';
import type {SetField} from '../messages/request/chat-settings.js';
import type {WidthModel} from '../text/odd-clusters.js';
import type {ThemeChoice} from '../text/palettes.js';
import type {NotifyWay} from '../ui/attention/attention-state.js';
import type {ColumnChoice} from '../ui/events/column-names.js';
import type {NamedFilters} from '../ui/events/views.js';
import type {InspectorPlace, LogSize} from '../ui/screen/layout.js';
import {declare, type Option} from './declare-option.js';
import {requestOptionTable} from './request-option-table.js';
import {isCaseName, isScenarioPath} from './scenario-extensions.js';
import {screenOptionTable} from './screen-option-table.js';

/** The checked values of the options. `undefined` leaves a value to the API or the SDK. */
export type OptionValues = {
	readonly model: string;
	readonly maxTokens: number;
	readonly system: string | undefined;
	readonly thinking: number | 'adaptive' | 'off' | undefined;
	readonly effort: string | undefined;
	readonly set: readonly SetField[];
	/** A file. */
	readonly body: string | undefined;
	/** A file. */
	readonly tools: string | undefined;
	readonly beta: readonly string[];
	/** A day, `YYYY-MM-DD`. */
	readonly apiVersion: string | undefined;
	readonly auth: 'bearer' | 'x-api-key';
	readonly baseUrl: string | undefined;
	/** In seconds. */
	readonly timeout: number | undefined;
	/** A file. */
	readonly ca: string | undefined;
	readonly maxAnswerEvents: number;
	readonly maxAnswerBytes: number;
	/** A scenario, or the path of a scenario file. */
	readonly demo: string | undefined;
	readonly demoSpeed: DemoSpeed;
	readonly demoSeed: number;
	/** A file, or whether to record at all. */
	readonly record: string | boolean;
	readonly theme: ThemeChoice;
	readonly widthModel: WidthModel;
	readonly alternateScreen: boolean;
	readonly mouse: boolean;
	readonly kittyKeyboard: boolean;
	readonly notify: NotifyWay;
	/** Another name for two of these ways. */
	readonly bell: boolean;
	readonly title: boolean;
	readonly markdown: boolean;
	readonly events: boolean;
	/** Whether every prompt stops at its request. */
	readonly step: boolean;
	/** The conversation's share of the width. */
	readonly split: number;
	readonly log: LogSize;
	readonly inspector: InspectorPlace;
	/** The event log's share of the height that it shares with the inspector. */
	readonly logShare: number;
	/** The columns of the event log. */
	readonly columns: ColumnChoice;
	/** Filters by their names. */
	readonly views: NamedFilters;
	readonly screenReader: boolean;
	/** Keys by action; they replace those of the key map. */
	readonly keys: Readonly<Record<string, readonly string[]>>;
	/** Prices by model, before those of the built-in table. */
	readonly prices: Readonly<Record<string, PriceField>>;
};

export type OptionName = keyof OptionValues;
export type ResolvedOptions = Resolved<OptionValues>;

export type OptionTable = {readonly [Name in OptionName]: Option<OptionValues[Name]>};

const demo = declare('Demo');
const recording = declare('Recording');

const scenarios = kinds.orFile(
	kinds.oneOf(demoScenarios.map(({name}) => name)),
	word => isScenarioPath(word) || isCaseName(word),
);
const scenarioKind = {
	...scenarios,
	allowed: `${scenarios.allowed}; put a question after it: --demo chat Hi`,
};

const demoOptions = {
	demo: demo<string | undefined>({
		kind: scenarioKind,
		fallback: undefined,
		listed: [
			{
				flag: '--demo [scenario]',
				help: 'talk to the embedded demo server; --demo list lists its scenarios; a file is one of your own',
			},
		],
		field: null,
	}),
	demoSpeed: demo<DemoSpeed>({
		kind: kinds.orWord(kinds.decimal(0.25, 10), 'max', 'max'),
		fallback: 1,
		listed: [{flag: '--demo-speed <factor>', help: '0.25 to 10, or max'}],
	}),
	demoSeed: demo({
		kind: kinds.wholeNumber(0),
		fallback: 1,
		listed: [{flag: '--demo-seed <n>', help: 'the same seed gives the same stream'}],
		field: null,
	}),
};

const recordingOptions = {
	record: recording<string | boolean>({
		kind: kinds.fileOrSwitch,
		fallback: true,
		listed: [
			{flag: '--record <file>', help: 'record in this file'},
			{flag: '--no-record', help: 'write nothing to the disk'},
		],
		field: kinds.onOrOff,
	}),
};

/** Every option. A command accepts the ones that it names. */
export const options: OptionTable = {
	...requestOptionTable,
	...demoOptions,
	...recordingOptions,
	...screenOptionTable,
};

export const optionNames = Object.keys(options) as readonly OptionName[];

/** The fields that the config file can have. */
export const fieldNames: readonly OptionName[] = optionNames.filter(name => options[name].field !== null);
