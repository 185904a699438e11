import {summarize} from '../analysis/event-summary.js';
import {emptyView, foldEvent} from '../trace/fold-trace.js';
import {Trace} from '../trace/trace.js';
import {createBookmarks} from './bookmarks.js';
import {createChunkedText} from './chunked-text.js';
import {showClocks} from './clocks.js';
import {createConversation} from './conversation.js';
import {eventDetail} from './event-detail.js';
import {createEventTable} from './event-table.js';
import {findElement} from './find-element.js';
import type {KeyAction} from './key-action.js';
import {listenToKeys} from './keyboard.js';
import type {PageData} from './page-data.js';
import {createPlayer} from './player.js';
import {createPlayerBar} from './player-bar.js';
import type {PlayerState} from './player-state.js';
import {createTimeline} from './timeline.js';

// The exported page: a recording, folded in the browser up to its playhead. It is bundled into the export, see recording/exports/to-html.ts.

// The export wrote it with the same type.
const {since, hasTimes, bookmarks, start, events} = JSON.parse(
	findElement('data', HTMLScriptElement).text,
) as PageData;
const trace = new Trace();
const kinds = new Set<string>();
for (const event of events) {
	// In sequence, so that the second reuses what the first has decoded.
	trace.append(event);
	kinds.add(summarize(event).kind);
}

const show = (state: PlayerState) => {
	const {playhead} = state;
	const event = trace.at(playhead - 1);
	const before = trace.viewAt(Math.max(0, playhead - 1));
	const view = event === undefined ? emptyView : foldEvent(before, event);
	bar.show(state);
	timeline.show(playhead);
	marks.show(playhead);
	conversation.show(view, before);
	table.show(playhead);
	detail.show(eventDetail(event), null);
	showClocks(view, trace.view, hasTimes);
};

const bar = createPlayerBar(events, hasTimes);
const player = createPlayer(events, {start, speed: bar.speed, onChange: show});
const stopAt = (at: number) => player.send({type: 'stop', at});
const timeline = createTimeline(events, stopAt);
const marks = createBookmarks(events, bookmarks, stopAt);
const conversation = createConversation(findElement('conversation', HTMLElement), since);
const table = createEventTable(events, {kinds, hasTimes, bookmarks}, to => player.send({type: 'seek', to}));
const detail = createChunkedText();
findElement('detail', HTMLElement).append(detail.element);

const act = (action: KeyAction) => {
	switch (action) {
		case 'toggle': {
			player.send({type: 'toggle'});
			break;
		}

		case 'forward': {
			stopAt(player.state.playhead + 1);
			break;
		}

		case 'back': {
			stopAt(player.state.playhead - 1);
			break;
		}

		case 'row-below': {
			stopAt(table.neighbour(1));
			break;
		}

		case 'row-above': {
			stopAt(table.neighbour(-1));
			break;
		}

		case 'start': {
			stopAt(0);
			break;
		}

		case 'end': {
			stopAt(events.length);
			break;
		}

		case 'search': {
			findElement('search', HTMLInputElement).focus();
			break;
		}

		case 'leave-field': {
			findElement('scrubber', HTMLInputElement).focus();
			break;
		}
	}
};

const source = findElement('source', HTMLInputElement);
source.addEventListener('change', () => document.body.classList.toggle('source', source.checked));
bar.listen(player.send);
listenToKeys(act);
show(player.state);
document.documentElement.dataset.ready = 'true';
