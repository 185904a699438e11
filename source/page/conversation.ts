import {isFollowed} from '../analysis/open-calls.js';
import {turnStandings} from '../analysis/turn-standings.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import type {TraceView} from '../trace/fold-trace.js';
import {itemsOf} from '../trace/persistent-list.js';
import {createExchangeSection, type ExchangeSection} from './exchange-section.js';

/** The conversation up to the playhead. */
export type Conversation = {
	/** `before` is the view without the event at the playhead. What that event added is highlighted. */
	show(view: TraceView, before: TraceView): void;
};

/** `since` is the exchange that begins the last conversation, or `null` if it is not known. */
export function createConversation(pane: HTMLElement, since: number | null): Conversation {
	const sections = new Map<number, ExchangeSection>();
	const sectionOf = (exchange: number) => {
		const section = sections.get(exchange) ?? createExchangeSection();
		if (!sections.has(exchange)) {
			sections.set(exchange, section);
			pane.append(section.element);
		}

		return section;
	};
	return {
		show(view, before) {
			const standings = turnStandings(view, since);
			const now = exchangesOf(view);
			const earlier = exchangesOf(before);
			let highlighted: HTMLElement | null = null;
			/** The section of the event at the playhead. */
			let reached: HTMLElement | null = null;
			for (const [number, exchange] of now) {
				const step = {
					view: exchange,
					before: earlier.get(number) ?? null,
					isFollowed: isFollowed(view, exchange),
				};
				const section = sectionOf(number);
				highlighted = section.show(step, standings.get(number)) ?? highlighted;
				reached = step.view === step.before ? reached : section.element;
			}

			for (const [number, section] of sections) {
				if (!now.has(number)) {
					section.hide();
				}
			}

			if (highlighted !== null) {
				reveal(highlighted, pane);
			} else if (reached !== null) {
				revealEnd(reached, pane);
			}
		},
	};
}

function exchangesOf({exchanges}: TraceView): ReadonlyMap<number, ExchangeView> {
	return new Map([...itemsOf(exchanges)].map(exchange => [exchange.exchange, exchange]));
}

/** In pixels. */
const margin = 20;

/** Shows the end of what has come, for an event that added nothing to read. */
function revealEnd(element: HTMLElement, pane: HTMLElement): void {
	const {bottom} = element.getBoundingClientRect();
	const box = pane.getBoundingClientRect();
	if (bottom > box.bottom - margin || bottom < box.top + margin) {
		pane.scrollTop += bottom - box.bottom + margin;
	}
}

function reveal(element: HTMLElement, pane: HTMLElement): void {
	const {top, bottom} = element.getBoundingClientRect();
	const box = pane.getBoundingClientRect();
	if (bottom > box.bottom - margin) {
		pane.scrollTop += bottom - box.bottom + margin;
	} else if (top < box.top) {
		pane.scrollTop -= box.top - top + margin;
	}
}
