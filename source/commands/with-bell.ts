import type {Origin} from '../config/resolve-options.js';
import type {ResolvedOptions} from './options.js';

/** The stronger source of an option wins. */
const strength: Readonly<Record<Origin['from'], number>> = {default: 0, file: 1, environment: 2, flag: 3};

/** Reads `--bell` as `--notify bell` and `--no-bell` as `--notify off`, unless `notify` comes from as strong a source. */
export function withBell({values, origins}: ResolvedOptions): ResolvedOptions {
	return strength[origins.bell.from] > strength[origins.notify.from]
		? {
				values: {...values, notify: values.bell ? 'bell' : 'off'},
				origins: {...origins, notify: origins.bell},
			}
		: {values, origins};
}
