import {printFilter} from '../../analysis/filter/print-filter.js';
import {readFilter} from '../../analysis/filter/read-filter.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {Screen} from '../screen/screen.js';
import {type Step, step} from '../screen/screen-effect.js';
import {refilter} from './log-reducer.js';
import {maxViewName, type NamedFilters, viewsOf} from './views.js';

/** Key actions of the list of views that have no effects, and the one that opens it. */
export const viewsKeys = {
	openViews: (screen: Screen): Screen => ({...screen, overlay: 'views', picked: 0, hasEvents: true}),
	applyView: (screen: Screen) => applyView(screen, screen.picked),
	openViewName: (screen: Screen): Screen =>
		screen.filter.passing === null
			? {...screen, notice: 'there is no filter to keep: f in the log sets one'}
			: {...screen, field: {kind: 'view', value: ''}},
};

/** Filters by the view with a number, from 0, and closes the list. */
export function applyView(screen: Screen, index: number): Screen {
	const view = viewsOf(screen.views)[index];
	if (view === undefined) {
		return {...screen, notice: `there is no view ${index + 1}`};
	}

	const read = readFilter(view.filter);
	return read.isRead && read.filter !== null
		? refilter(
				{...screen, overlay: null, notice: `${sanitizeLine(view.name)} · F shows all`},
				{passing: read.filter},
			)
		: {...screen, notice: `${sanitizeLine(view.name)}: ${read.isRead ? 'it is empty' : read.message}`};
}

/** Keeps the filter of the log under a name. */
export function keepView(screen: Screen, typed: string): Step {
	const name = sanitizeLine(typed).trim().slice(0, maxViewName);
	const {passing} = screen.filter;
	return name === '' || passing === null
		? step({...screen, notice: 'a view needs a name'})
		: keepViews(screen, {...screen.views, [name]: printFilter(passing)});
}

/** Removes the selected view, if it is one of the config file. */
export function dropView(screen: Screen): Step {
	const view = viewsOf(screen.views)[screen.picked];
	return view === undefined || !view.isOwn
		? step({...screen, notice: 'only views of your own can be removed'})
		: keepViews(
				screen,
				Object.fromEntries(Object.entries(screen.views).filter(([name]) => name !== view.name)),
			);
}

function keepViews(screen: Screen, views: NamedFilters): Step {
	const value = Object.keys(views).length === 0 ? undefined : views;
	return step({...screen, views}, {name: 'keepSettings', values: {views: value}});
}
