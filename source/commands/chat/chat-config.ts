import type {ConfigFile} from '../../config/read-config.js';
import {readField} from '../../config/resolve-options.js';
import type {ChatSettings} from '../../messages/request/chat-settings.js';
import {nearestName} from '../../text/nearest-name.js';
import {isThemeChoice, type Theme, type ThemeChoice} from '../../text/theme.js';
import type {PaneSizes} from '../../ui/screen/pane-state.js';
import type {ScreenStore} from '../../ui/screen/screen-store.js';
import type {Store} from '../../ui/screen/store.js';
import type {ConfigControl, DemoControl} from '../../ui/slash/slash-context.js';
import {chosenKeymap} from '../chosen-keymap.js';
import {originWords, valueWords} from '../config/config-report.js';
import {keepField} from '../keep-field.js';
import {fieldNames, type OptionName, options as optionTable, type ResolvedOptions} from '../options.js';

export type ChatConfigOptions = {
	readonly options: ResolvedOptions;
	readonly file: ConfigFile;
	readonly settings: Store<ChatSettings>;
	readonly demo: Pick<DemoControl, 'present' | 'play'>;
	/** The screen of the present session. */
	screen(): ScreenStore | null;
	createTheme(name: ThemeChoice): Theme;
};

/** The config file, as commands of the chat read and change it. */
export function chatConfig(chat: ChatConfigOptions): ConfigControl {
	const {options, file} = chat;
	const kept = new Map<OptionName, unknown>();
	const write = async (name: OptionName, field: unknown, value: unknown): Promise<string> => {
		await keepField(file.path, name, field);
		kept.set(name, value);
		const {from, ...origin} = options.origins[name];
		const words =
			field === undefined
				? `${name} is no longer in ${file.path}.`
				: `Kept in ${file.path}: ${name} is ${valueWords(field)}.`;
		return from === 'environment' && 'name' in origin
			? `${words} At a start, ${origin.name} wins over the file.`
			: words;
	};

	return {
		fields: () =>
			fieldNames.map(name => {
				const known = kept.has(name) ? kept.get(name) : options.values[name];
				const live = liveValue(name, known, chat);
				const source = kept.has(name) ? 'config file' : originWords(options.origins[name]);
				return {
					name,
					value: valueWords(live ?? null),
					from: live === known ? source : 'this chat',
					values: optionTable[name].field?.names ?? [],
					allowed: optionTable[name].field?.allowed ?? '',
				};
			}),
		keep: (name, field) => write(known(name), field, field),
		async set(typed, text) {
			const name = known(typed);
			const kind = optionTable[name].field;
			if (text === 'reset' || kind === null) {
				return `${await write(name, undefined, optionTable[name].fallback)} The next start uses the default.`;
			}

			const {field, value} = readField(kind, name, text);
			if (name === 'keys') {
				// An action that does not exist would keep the program from starting.
				chosenKeymap(readKeys(value), file);
			}

			const words = await write(name, field, value);
			return apply(name, value, chat) ? words : `${words} It counts from the next start.`;
		},
	};
}

function readKeys(value: unknown): Parameters<typeof chosenKeymap>[0] {
	return {keys: value as ResolvedOptions['values']['keys']};
}

function known(typed: string): OptionName {
	const name = fieldNames.find(field => field.toLowerCase() === typed.toLowerCase());
	if (name === undefined) {
		const nearest = nearestName(typed, fieldNames);
		throw new Error(
			`There is no setting ${typed}. ${nearest === null ? '/config lists them.' : `Did you mean ${nearest}?`}`,
		);
	}

	return name;
}

const settingNames = ['model', 'maxTokens', 'system', 'thinking', 'effort'] as const;

/** Whether it is a setting of the next request. */
function isSetting(name: OptionName): name is (typeof settingNames)[number] {
	return settingNames.some(setting => setting === name);
}

/** The value in force now, which a command or a key may have changed; `known` where nothing else can have. */
function liveValue(name: OptionName, known: unknown, {settings, screen, demo}: ChatConfigOptions): unknown {
	const state = screen()?.state;
	if (isSetting(name)) {
		return settings.state[name];
	}

	if (name === 'demoSpeed') {
		return demo.present()?.speed ?? known;
	}

	switch (state === undefined ? null : name) {
		case 'markdown': {
			return state?.isMarkdown;
		}

		case 'step': {
			return state?.isStepping;
		}

		case 'events': {
			return state?.hasEvents;
		}

		case 'mouse': {
			return state?.hasMouse;
		}

		default: {
			return state !== undefined && isSize(name) ? roundedSize(state[sizeNames[name]]) : known;
		}
	}
}

/** Steps of 0.05 add up to long fractions. */
function roundedSize(size: PaneSizes[keyof PaneSizes]): unknown {
	return typeof size === 'number' ? Math.round(size * 100) / 100 : size;
}

const sizeNames = {
	log: 'logSize',
	inspector: 'inspectorPlace',
	split: 'split',
	logShare: 'logShare',
	columns: 'columns',
} as const satisfies Partial<Record<OptionName, keyof PaneSizes>>;

function isSize(name: OptionName): name is keyof typeof sizeNames {
	return Object.hasOwn(sizeNames, name);
}

/** Changes the running chat as well. Returns whether it could. */
function apply(
	name: OptionName,
	value: unknown,
	{settings, screen, createTheme, demo}: ChatConfigOptions,
): boolean {
	const store = screen();
	if (isSetting(name)) {
		settings.update(state => ({...state, [name]: value}));
		return true;
	}

	if (name === 'demoSpeed' && demo.present() !== null && (typeof value === 'number' || value === 'max')) {
		void demo.play({speed: value});
		return true;
	}

	if (store === null) {
		return false;
	}

	if (name === 'theme' && typeof value === 'string' && isThemeChoice(value)) {
		store.dispatch({name: 'useTheme', theme: createTheme(value)});
	} else if (name === 'events') {
		store.dispatch({name: 'showEvents', isShown: value === true});
	} else if (name === 'markdown') {
		if (store.state.isMarkdown !== value) {
			store.dispatch({name: 'toggleMarkdown'});
		}
	} else if (name === 'step') {
		store.dispatch({name: 'setStepping', isOn: value === true});
	} else if (name === 'mouse') {
		store.dispatch({name: 'useMouse', isOn: value === true});
	} else if (isSize(name)) {
		store.dispatch({name: 'setSizes', sizes: {[sizeNames[name]]: value}});
	} else {
		return false;
	}

	return true;
}
