import {memo} from 'react';
import {History} from '../conversation/history.js';
import {selectHistory} from '../conversation/select-history.js';
import {selectTurnList} from '../conversation/turn-list.js';
import {TurnList} from '../conversation/turn-list-pane.js';
import {DiffPane} from '../diff/diff-pane.js';
import {selectDiff} from '../diff/select-diff.js';
import {EventLog} from '../events/event-log.js';
import {Picker} from '../events/picker.js';
import {PresentedEvent} from '../events/presented-event.js';
import {selectEventLog} from '../events/select-event-log.js';
import {isPicking, pickerPlace, selectPicker} from '../events/select-picker.js';
import {selectPresentedEvent} from '../events/select-presented-event.js';
import {ExchangeList} from '../exchanges/exchange-list.js';
import {selectExchanges} from '../exchanges/select-exchanges.js';
import {Help} from '../help/help.js';
import {selectHelp} from '../help/select-help.js';
import {Inspector} from '../inspector/inspector.js';
import {selectInspector} from '../inspector/select-inspector.js';
import type {Screen} from './screen.js';
import {withSelection} from './selected-text.js';

export type BodyProps = {
	readonly screen: Screen;
	/** Milliseconds on the trace's clock, as far as the screen shows it. */
	readonly now: number;
};

/** The area between the header and the prompt: the panes, or an overlay. */
export const Body = memo(({screen, now}: BodyProps) => {
	if (screen.overlay === 'help') {
		const help = selectHelp(screen);
		return help && <Help {...help} />;
	}

	if (screen.overlay === 'turns') {
		const turns = selectTurnList(screen);
		return turns && <TurnList {...turns} />;
	}

	if (screen.overlay === 'exchanges') {
		const exchanges = selectExchanges(screen.isFollowed ? {...screen, now} : screen);
		return exchanges && <ExchangeList {...exchanges} />;
	}

	if (screen.overlay === 'diff') {
		const diff = selectDiff(screen);
		return diff && <DiffPane {...diff} />;
	}

	const picker = isPicking(screen) ? selectPicker(screen) : null;
	if (picker !== null && pickerPlace(screen) === null) {
		return <Picker {...picker} />;
	}

	if (picker !== null) {
		return (
			<>
				<Picker {...picker} />
				<EventPanes screen={screen} isBehind />
			</>
		);
	}

	const history = withSelection(selectHistory(screen), 'history', screen);
	return (
		<>
			{history && <History {...history} now={history.waiting === null ? undefined : now} />}
			{screen.isPresenting ? <OneEvent screen={screen} /> : <EventPanes screen={screen} />}
		</>
	);
});

function OneEvent({screen}: Pick<BodyProps, 'screen'>) {
	const event = withSelection(selectPresentedEvent(screen), 'events', screen);
	return event && <PresentedEvent {...event} />;
}

/** Behind a list, which has the keys, no pane looks focused. */
function EventPanes({screen, isBehind = false}: Pick<BodyProps, 'screen'> & {readonly isBehind?: boolean}) {
	const log = withSelection(selectEventLog(screen), 'events', screen);
	const inspector = withSelection(selectInspector(screen), 'inspector', screen);
	const unfocused = isBehind ? {isFocused: false} : {};
	return (
		<>
			{log && <EventLog {...log} {...unfocused} />}
			{inspector && <Inspector {...inspector} {...unfocused} />}
		</>
	);
}
