import {ConfigError} from '../config/config-error.js';
import type {ConfigFile} from '../config/read-config.js';
import {nearestName} from '../text/nearest-name.js';
import {applyKeys, KeyMapError} from '../ui/screen/apply-keys.js';
import {type KeyMap, keymap} from '../ui/screen/keymap.js';
import type {OptionValues} from './options.js';

/** The key map, including the config file's keys. Throws a `ConfigError` that names the file and the action. */
export function chosenKeymap({keys}: Pick<OptionValues, 'keys'>, {path}: ConfigFile): KeyMap {
	try {
		return applyKeys(keymap, keys);
	} catch (error) {
		if (!(error instanceof KeyMapError)) {
			throw error;
		}

		const names = [...new Set(keymap.map(({action}) => action))];
		const isUnknown = !names.some(name => name === error.action);
		const nearest = isUnknown ? nearestName(error.action, names) : null;
		const advice =
			nearest === null
				? 'streamscope config --keys lists the actions.'
				: `Did you mean ${nearest}? streamscope config --keys lists the actions.`;
		throw new ConfigError(`${path}: in the field "keys": ${error.message}`, isUnknown ? advice : error.hint, {
			cause: error,
		});
	}
}
