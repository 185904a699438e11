import type {PaneSizes} from '../ui/screen/pane-state.js';
import type {OptionValues} from './options.js';

/** The sizes of the panes as the options say. */
export function paneSizes({
	log,
	inspector,
	split,
	logShare,
}: Pick<OptionValues, 'log' | 'inspector' | 'split' | 'logShare'>): PaneSizes {
	return {logSize: log, inspectorPlace: inspector, split, logShare};
}
