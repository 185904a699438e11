import type {Screen} from '../screen/screen.js';
import {type Step, step} from '../screen/screen-effect.js';
import {columnNames} from './column-names.js';
import {toggleColumn} from './select-columns.js';
import {viewsOf} from './views.js';

/** Key actions of the list of columns that stay in it, and those that open and close it. */
export const pickerKeys = {
	openColumns: (screen: Screen): Screen => ({...screen, overlay: 'columns', picked: 0, hasEvents: true}),
	pickerUp: (screen: Screen) => moveInPicker(screen, -1),
	pickerDown: (screen: Screen) => moveInPicker(screen, 1),
	pick(screen: Screen): Screen {
		const name = columnNames[screen.picked];
		return name === undefined ? screen : toggleColumn(screen, name);
	},
	resetPicked: (screen: Screen): Screen => ({
		...screen,
		columns: 'auto',
		notice: 'the width of the log decides about its columns',
	}),
	closePicker: (screen: Screen): Screen => ({...screen, overlay: null}),
};

/** Selects the row so many rows further on, at most the last one. */
export function moveInPicker(screen: Screen, by: number): Screen {
	const count = screen.overlay === 'views' ? viewsOf(screen.views).length : columnNames.length;
	return {...screen, picked: Math.max(0, Math.min(screen.picked + by, count - 1))};
}

/** Keeps the columns in the config file. */
export function keepPicked(screen: Screen): Step {
	return step(screen, {name: 'keepSettings', values: {columns: screen.columns}});
}
