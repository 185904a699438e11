import type {KeepSetting} from '../ui/screen/perform-effect.js';
import {keepField} from './keep-field.js';

/** Keeps settings in a config file, for screens that have no commands. */
export function keepIn(file: string): KeepSetting {
	return async (setting, value) => {
		await keepField(file, setting, value);
		return value === undefined ? `${setting} is no longer in ${file}` : `${setting} kept in ${file}`;
	};
}
