import {continuesTurn, promptOf} from '../analysis/conversation.js';
import {namedResults} from '../analysis/open-calls.js';
import {openingWords, standingWords, type TurnStanding} from '../analysis/turn-standings.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import {createAnswer} from './answer.js';
import {createChunkedText} from './chunked-text.js';
import {endingWords} from './ending-words.js';
import {make} from './make.js';

/** An exchange after the event at the playhead. `view` is the same as `before` if the event belongs to another exchange. */
export type ExchangeStep = {
	readonly view: ExchangeView;
	readonly before: ExchangeView | null;
	/** Whether the next request of its turn has been sent, so that it waits no more. */
	readonly isFollowed: boolean;
};

/** One exchange of the conversation. */
export type ExchangeSection = {
	readonly element: HTMLElement;
	/** Returns the highlighted element, or `null` if there is none. */
	show(step: ExchangeStep, standing: TurnStanding | undefined): HTMLElement | null;
	hide(): void;
};

export function createExchangeSection(): ExchangeSection {
	const element = make('section');
	const opening = make('p', 'opening', openingWords);
	const standingLine = make('p', 'standing');
	const results = createChunkedText();
	const claude = make('p', 'role', 'Claude');
	const you = make('p', 'role', 'You');
	const prompt = createChunkedText();
	const ending = make('p', 'ending');
	element.append(opening, standingLine, results.element, you, prompt.element, claude, ending);
	const answer = createAnswer(passage => ending.before(passage));
	/** The view shown without a highlight, which need not be shown again. */
	let settled: ExchangeView | null = null;
	return {
		element,
		show({view, before, isFollowed}, turn) {
			const {standing, opens} = turn ?? {standing: 'said', opens: false};
			element.hidden = false;
			opening.hidden = !opens;
			showLine(standingLine, standingWords[standing]);
			element.classList.toggle('left', standing !== 'said');
			showLine(ending, endingLine(view, isFollowed));
			if (view === settled && view === before) {
				return null;
			}

			settled = view === before ? view : null;
			const words = promptOf(view);
			const given = resultWords(view);
			results.element.hidden = given === '';
			results.show(given, null);
			claude.hidden = continuesTurn(view);
			you.hidden = words === '';
			prompt.element.hidden = you.hidden;
			prompt.show(words, null);
			return answer.show(view.message?.blocks ?? [], before?.message?.blocks ?? []);
		},
		hide() {
			settled = null;
			element.hidden = true;
			answer.show([], []);
		},
	};
}

function endingLine(view: ExchangeView, isFollowed: boolean): string {
	const remarks = view.remarks.map(({text}) => text);
	return [...remarks, isFollowed ? '' : endingWords(view)].filter(words => words !== '').join(' · ');
}

/** The results of tools with which the request begins, one after the other. */
function resultWords(view: ExchangeView): string {
	return namedResults(view)
		.map(({name, text, isError}) => `${isError ? '✗' : '↳'} ${name || 'a tool'}: ${text}`)
		.join('\n');
}

function showLine(line: HTMLElement, words: string): void {
	line.textContent = words;
	line.hidden = words === '';
}
