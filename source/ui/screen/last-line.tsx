import {lastItem} from '../../trace/persistent-list.js';
import {selectFindNote} from '../conversation/find-hits.js';
import {selectNotice} from '../events/select-caption.js';
import {selectFieldNote} from '../events/select-filter.js';
import {keyLine} from '../help/key-line.js';
import {selectView} from '../player/select-view.js';
import {Field, type FieldProps} from '../prompt/field.js';
import type {Screen} from './screen.js';
import type {ScreenStore} from './screen-store.js';
import {StatusBar, type StatusBarProps} from './status-bar.js';

export type LastLineProps = Required<Pick<StatusBarProps, 'now' | 'hints' | 'queued' | 'playhead'>> & {
	readonly screen: Screen;
	/** Receives the text typed into a field. */
	readonly store: Pick<ScreenStore, 'dispatch'>;
	/** Receives the keys that came after the one that closed a field. */
	readonly onRest?: FieldProps['onRest'];
};

/** The screen's last line: the field that is being typed into, else the status line. */
export function LastLine({screen, store, now, hints, queued, playhead, onRest}: LastLineProps) {
	const {field, theme, size, hasTimes} = screen;
	return field === null ? (
		<StatusBar
			exchange={lastItem(selectView(screen).exchanges) ?? null}
			isOneOfSeveral={screen.live.exchanges.length > 1}
			playhead={playhead}
			now={now}
			hasTimes={hasTimes}
			hasOuterTimes={screen.hasOuterTimes}
			prices={screen.prices}
			queued={queued}
			notice={selectNotice(screen)}
			keys={keyLine(screen)}
			hints={hints}
			width={size.width}
			theme={theme}
		/>
	) : (
		<Field
			store={store}
			field={field}
			theme={theme}
			hasTimes={hasTimes}
			note={selectFieldNote(screen) ?? selectFindNote(screen)}
			width={size.width}
			onRest={onRest}
		/>
	);
}
