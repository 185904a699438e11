import {homedir} from 'node:os';
import {homePath} from '../config/home-path.js';
import type {KeepSettings} from '../ui/screen/perform-effect.js';
import {keepField} from './keep-field.js';

/** Keeps settings in a config file, for screens that have no commands. */
export function keepIn(file: string): KeepSettings {
	return async values => {
		for (const [setting, value] of Object.entries(values)) {
			await keepField(file, setting, value);
		}

		const names = Object.keys(values).join(', ');
		const isRemoved = Object.values(values).every(value => value === undefined);
		return `${names} ${isRemoved ? 'no longer' : 'kept'} in ${homePath(file, homedir())}`;
	};
}
