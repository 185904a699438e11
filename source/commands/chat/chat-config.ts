import {homedir} from 'node:os';
import type {ConfigFile} from '../../config/read-config.js';
import {readField} from '../../config/resolve-options.js';
import type {ChatSettings} from '../../messages/request/chat-settings.js';
import {plainSettings} from '../../messages/request/request-body.js';
import {nearestName} from '../../text/nearest-name.js';
import {isThemeChoice, type Theme, type ThemeChoice} from '../../text/theme.js';
import {type NotifyWay, notifyWays} from '../../ui/attention/attention-state.js';
import type {PaneSizes} from '../../ui/screen/pane-state.js';
import {screenSettings} from '../../ui/screen/screen-settings.js';
import type {ScreenStore} from '../../ui/screen/screen-store.js';
import type {Store} from '../../ui/screen/store.js';
import type {ConfigControl, DemoControl} from '../../ui/slash/slash-context.js';
import {isObject} from '../../wire/json.js';
import {chosenKeymap} from '../chosen-keymap.js';
import {originWords, valueWords} from '../config/config-report.js';
import {homePath} from '../home-path.js';
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
	const fieldOf = (name: OptionName) => asField(kept.has(name) ? kept.get(name) : options.values[name]);
	const write = async (fields: ReadonlyMap<OptionName, unknown>): Promise<string> => {
		for (const [name, field] of fields) {
			await keepField(file.path, name, field);
			kept.set(name, field === undefined ? optionTable[name].fallback : field);
		}

		return [keptWords(fields, file.path), ...overruledWords([...fields.keys()], options)].join(' ');
	};

	return {
		fields: () =>
			fieldNames.map(name => {
				const live = liveValue(name, fieldOf(name), chat);
				const source = kept.has(name) ? 'config file' : originWords(options.origins[name]);
				return {
					name,
					value: valueWords(live ?? null),
					from: JSON.stringify(live) === JSON.stringify(fieldOf(name)) ? source : 'this chat',
					values: optionTable[name].field?.names ?? [],
					allowed: optionTable[name].field?.allowed ?? '',
				};
			}),
		values: () => new Map(fieldNames.map(name => [name, liveValue(name, fieldOf(name), chat)])),
		keep: fields => write(new Map(Object.entries(fields).map(([name, field]) => [known(name), field]))),
		async set(typed, text) {
			const name = known(typed);
			const kind = optionTable[name].field;
			if (text === 'reset' || kind === null) {
				return `${await write(new Map([[name, undefined]]))} The next start uses the default.`;
			}

			const {field, value} = readField(kind, name, text);
			if (name === 'keys') {
				// An action that does not exist would keep the program from starting.
				chosenKeymap(readKeys(value), file);
			}

			const words = await write(new Map([[name, field]]));
			kept.set(name, value);
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

/** What was written, in a sentence. */
function keptWords(fields: ReadonlyMap<OptionName, unknown>, file: string): string {
	const place = homePath(file, homedir());
	const removed = [...fields].filter(([, field]) => field === undefined).map(([name]) => name);
	const set = [...fields]
		.filter(([, field]) => field !== undefined)
		.map(([name, field]) => `${name} is ${valueWords(field)}`);
	return [
		...(set.length === 0 ? [] : [`Kept in ${place}: ${set.join(', ')}.`]),
		...(removed.length === 0
			? []
			: [`${removed.join(', ')} ${removed.length === 1 ? 'is' : 'are'} no longer in ${place}.`]),
	].join(' ');
}

/** What wins over the file at a start. */
function overruledWords(names: readonly OptionName[], {origins}: ResolvedOptions): readonly string[] {
	return names.flatMap(name => {
		const origin = origins[name];
		return origin.from === 'environment' ? [`At a start, ${origin.name} wins over the file.`] : [];
	});
}

const settingNames = ['model', 'maxTokens', 'system', 'thinking', 'effort'] as const;

/** Whether it is a setting of the next request. */
function isSetting(name: OptionName): name is (typeof settingNames)[number] {
	return settingNames.some(setting => setting === name);
}

/** A value as the config file holds it: fields of the request by their paths; nothing for an empty list. */
function asField(value: unknown): unknown {
	if (!Array.isArray(value)) {
		return value;
	}

	const isFields = value.every(item => isObject(item) && typeof item.path === 'string');
	return value.length === 0
		? undefined
		: isFields
			? Object.fromEntries(value.map(({path, value: set}) => [path, set]))
			: value;
}

/** The value in force now, which a command or a key may have changed; `known` where nothing else can have. */
function liveValue(name: OptionName, known: unknown, {settings, screen, demo}: ChatConfigOptions): unknown {
	const state = screen()?.state;
	if (isSetting(name)) {
		return settings.state[name];
	}

	switch (name) {
		case 'set': {
			return asField(settings.state.set);
		}

		case 'beta': {
			return asField(settings.state.betas);
		}

		case 'demoSpeed': {
			return demo.present()?.speed ?? known;
		}

		default: {
			return state !== undefined && isOnScreen(name) ? screenSettings[name](state) : known;
		}
	}
}

function isOnScreen(name: OptionName): name is keyof typeof screenSettings {
	return Object.hasOwn(screenSettings, name);
}

/** The field `bell` is another name for two of the ways. */
function wayOf(value: unknown): NotifyWay {
	return notifyWays.find(way => way === value) ?? (value === true ? 'bell' : 'off');
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

	if (name === 'set' && Array.isArray(value)) {
		settings.update(state => plainSettings({...state, set: value}));
		return true;
	}

	if (name === 'beta' && Array.isArray(value)) {
		settings.update(state => ({...state, betas: value}));
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
		store.dispatch({name: 'showMarkdown', isOn: value === true});
	} else if (name === 'step') {
		store.dispatch({name: 'setStepping', isOn: value === true});
	} else if (name === 'notify' || name === 'bell') {
		store.dispatch({name: 'setNotify', way: wayOf(value)});
	} else if (name === 'mouse') {
		store.dispatch({name: 'useMouse', isOn: value === true});
	} else if (isSize(name)) {
		store.dispatch({name: 'setSizes', sizes: {[sizeNames[name]]: value}});
	} else {
		return false;
	}

	return true;
}
