import type {ChatSettings} from '../../messages/request/chat-settings.js';
import {plainSettings} from '../../messages/request/request-body.js';
import {isThemeChoice, type Theme, type ThemeChoice} from '../../text/theme.js';
import {type NotifyWay, notifyWays} from '../../ui/attention/attention-state.js';
import type {PaneSizes} from '../../ui/screen/pane-state.js';
import {screenSettings} from '../../ui/screen/screen-settings.js';
import type {ScreenStore} from '../../ui/screen/screen-store.js';
import type {Store} from '../../ui/screen/store.js';
import type {DemoControl} from '../../ui/slash/slash-context.js';
import {isObject} from '../../wire/json.js';
import type {OptionName} from '../options.js';

/** The parts of a running chat that settings of the config file are about. */
export type LiveChat = {
	readonly settings: Store<ChatSettings>;
	readonly demo: Pick<DemoControl, 'present' | 'play'>;
	/** The screen of the present session. */
	screen(): ScreenStore | null;
	createTheme(name: ThemeChoice): Theme;
};

const settingNames = ['model', 'maxTokens', 'system', 'thinking', 'effort'] as const;

/** Whether it is a setting of the next request. */
function isSetting(name: OptionName): name is (typeof settingNames)[number] {
	return settingNames.some(setting => setting === name);
}

/** A value as the config file holds it: fields of the request by their paths; nothing for an empty list. */
export function asField(value: unknown): unknown {
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
export function liveValue(name: OptionName, known: unknown, {settings, screen, demo}: LiveChat): unknown {
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

/** The field `bell` is another name for two of the ways. */
function wayOf(value: unknown): NotifyWay {
	return notifyWays.find(way => way === value) ?? (value === true ? 'bell' : 'off');
}

/** Changes the running chat as well. Returns whether it could. */
export function applySetting(
	name: OptionName,
	value: unknown,
	{settings, screen, createTheme, demo}: LiveChat,
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
