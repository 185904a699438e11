import {environmentSecrets} from '../client/client-secrets.js';
import {dataFolder} from '../recording/data-folder.js';
import {appendFilter, filterFile, readFilters} from '../recording/filter-file.js';
import {isSystemError} from '../text/describe-failure.js';
import {maxEarlier} from '../ui/events/field-state.js';

/** The filters of earlier sessions, the newest first. */
export function keptFilters(env: NodeJS.ProcessEnv): readonly string[] {
	return readFilters(filterFile(dataFolder(env)), maxEarlier);
}

/** Keeps a filter for later sessions. One that cannot be written is known until the program ends. */
export function keepFilterIn(env: NodeJS.ProcessEnv): (text: string) => void {
	return text => {
		try {
			appendFilter(filterFile(dataFolder(env)), text, environmentSecrets(env));
		} catch (error) {
			if (!isSystemError(error)) {
				throw error;
			}
		}
	};
}
