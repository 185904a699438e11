import type {ClientOptions} from '../../client/create-client.js';
import type {AnswerLimits} from '../../client/limit-answers.js';
import {pricesWith} from '../../config/price-overrides.js';
import type {ConfigFile} from '../../config/read-config.js';
import type {LocalTool} from '../../config/tool-file.js';
import type {DemoSpeed} from '../../demo/pace-clock.js';
import type {PriceList} from '../../messages/prices.js';
import type {ChatSettings} from '../../messages/request/chat-settings.js';

import type {ThemeChoice} from '../../text/palettes.js';
import type {NotifyWay} from '../../ui/attention/attention-state.js';
import type {NamedFilters} from '../../ui/events/views.js';
import type {KeyMap} from '../../ui/screen/keymap.js';
import type {PaneSizes} from '../../ui/screen/pane-state.js';
import type {Opening} from '../../ui/slash/chat-services.js';
import type {TerminalFacts} from '../../ui/terminal/detect-terminal.js';
import type {ResolvedOptions} from '../options.js';
import {paneSizes} from '../pane-sizes.js';
import type {AskedRequest} from '../read-request.js';
import {answerLimits, requestClient} from '../request-options.js';

/** The checked options of the chat. */
export type ChatOptions = {
	readonly settings: ChatSettings;
	/** The options that were on the command line. */
	readonly flagged: Partial<ChatSettings>;
	/** The tools of a file, with their commands. */
	readonly tools: readonly LocalTool[];
	readonly client: ClientOptions;
	/** Set if the demo was requested: a scenario, or the path of a scenario file. */
	readonly demo: string | undefined;
	readonly demoSpeed: DemoSpeed;
	readonly demoSeed: number;
	/** The file to record in, or whether the session is recorded at all. */
	readonly record: string | boolean;
	readonly theme: ThemeChoice;
	readonly facts: TerminalFacts;
	readonly hasAlternateScreen: boolean;
	readonly hasMouse: boolean;
	readonly hasKittyKeyboard: boolean;
	readonly notify: NotifyWay;
	/** Whether the title of the terminal's window says topic and state. */
	readonly hasTitle: boolean;
	readonly isMarkdown: boolean;
	readonly isStepping: boolean;
	/** What the models cost. */
	readonly prices: PriceList;
	readonly hasEvents: boolean;
	readonly sizes: PaneSizes;
	/** Filters by their names. */
	readonly views: NamedFilters;
	readonly isScreenReader: boolean;
	readonly limits: Partial<AnswerLimits>;
	readonly keymap: KeyMap;
	/** The source of the keys. */
	readonly keys: NodeJS.ReadStream;
	/** What the first session opens with. */
	readonly question: Opening | null;
	/** All options with their sources, and the config file. */
	readonly configured: {readonly options: ResolvedOptions; readonly file: ConfigFile};
};

type Around = {
	readonly request: AskedRequest;
	readonly tools: readonly LocalTool[];
	readonly keymap: KeyMap;
	readonly facts: TerminalFacts;
	readonly file: ConfigFile;
	readonly keys: NodeJS.ReadStream;
	readonly question: Opening | null;
};

/** Returns the options of the chat with what was read besides them. */
export function chatOptions(
	options: ResolvedOptions,
	{request: {settings, flagged}, tools, keymap, facts, file, keys, question}: Around,
): ChatOptions {
	const {values} = options;
	return {
		settings,
		flagged,
		tools,
		client: requestClient(options),
		demo: values.demo,
		demoSpeed: values.demoSpeed,
		demoSeed: values.demoSeed,
		record: values.record,
		theme: values.theme,
		facts,
		hasAlternateScreen: values.alternateScreen,
		hasMouse: values.mouse,
		hasKittyKeyboard: facts.knowsKitty,
		notify: values.notify,
		hasTitle: values.title,
		isMarkdown: values.markdown,
		isStepping: values.step,
		prices: pricesWith(values.prices),
		hasEvents: values.events,
		sizes: paneSizes(values),
		views: values.views,
		isScreenReader: values.screenReader,
		limits: answerLimits(values),
		keymap,
		keys,
		question,
		configured: {options, file},
	};
}
