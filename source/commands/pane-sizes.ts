import type {PaneSizes} from '../ui/screen/pane-state.js';
import type {OptionValues} from './options.js';

/** The sizes of the panes and the columns of the log as the options say. */
export function paneSizes({
	log,
	inspector,
	split,
	logShare,
	columns,
}: Pick<OptionValues, 'log' | 'inspector' | 'split' | 'logShare' | 'columns'>): PaneSizes {
	return {logSize: log, inspectorPlace: inspector, split, logShare, columns};
}
