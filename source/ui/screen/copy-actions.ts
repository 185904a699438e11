import {messageOf} from '../../messages/message-snapshot.js';
import {languageAfter} from '../../messages/request-code/request-as.js';
import {answerText} from '../../messages/text-passages.js';
import {lastItem} from '../../trace/persistent-list.js';
import {printJson} from '../../wire/json.js';
import {prettyValue} from '../inspector/event-facts.js';
import {requestCode} from '../inspector/request-tab.js';
import type {ScreenModel} from './screen-model.js';

/** Gives a text to the clipboard and says, in a word, which way it went. */
export type Copy = (text: string) => Promise<string>;

/** Keys that copy. */
export function copyActions(model: ScreenModel, copy: Copy) {
	const take = (what: string, text: () => string | null) => () => {
		const found = text();
		if (found === null || found === '') {
			model.store.update(state => ({...state, notice: `there is no ${what} to copy`}));
			return;
		}

		void copy(found).then(way => {
			model.store.update(state => ({...state, notice: `${what} copied (${way})`}));
		});
	};

	return {
		copyAnswer: take('answer', () => newestAnswer(model)),
		copyCode: take('code block', () => codeBlock(model, null)),
		copyEvent: take('event', () => eventJson(model)),
		copyTab() {
			if (model.state.tab === 'request') {
				copyRequest(model, copy);
			} else {
				take('tab', () => tabText(model))();
			}
		},
	};
}

/** The request as code, in another language each time. */
function copyRequest(model: ScreenModel, copy: Copy): void {
	const {copiedNext: language} = model.state;
	const code = requestCode(model, language);
	if (code === null) {
		model.store.update(state => ({...state, notice: 'there is no request to copy'}));
		return;
	}

	// At once: the key may come again before the clipboard has the code.
	const copiedNext = languageAfter(language);
	model.store.update(state => ({...state, copiedNext}));
	void copy(code).then(way => {
		const notice = `${language} copied (${way}); y again copies ${copiedNext}`;
		model.store.update(state => ({...state, notice}));
	});
}

/** The text of the newest answer up to the playhead. */
export function newestAnswer(model: ScreenModel): string | null {
	const message = lastItem(model.view.exchanges)?.message;
	return message ? answerText(message.blocks) : null;
}

/** A fenced code block of the newest answer: the n-th, counted from 1, or the last one. */
export function codeBlock(model: ScreenModel, number: number | null): string | null {
	const blocks = [
		...(newestAnswer(model) ?? '').matchAll(/^[ \t]*(`{3,}|~{3,})[^\n]*\n([\s\S]*?)^[ \t]*\1[ \t]*$/gm),
	];
	const found = number === null ? blocks.at(-1) : blocks[number - 1];
	return found?.[2] ?? null;
}

function eventJson(model: ScreenModel): string | null {
	const event = model.selectedEvent;
	if (event === undefined) {
		return null;
	}

	return printJson(prettyValue(event), 2);
}

function tabText(model: ScreenModel): string | null {
	const {tab} = model.state;
	const message = model.selectedExchange?.message ?? null;
	if (tab === 'event') {
		return eventJson(model);
	}

	return message === null ? null : JSON.stringify(messageOf(message), null, 2);
}
