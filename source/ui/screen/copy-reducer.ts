import {messageOf} from '../../messages/message-snapshot.js';
import {languageAfter} from '../../messages/request-code/request-as.js';
import {answerText} from '../../messages/text-passages.js';
import {lastItem} from '../../trace/persistent-list.js';
import {printJson} from '../../wire/json.js';
import {selectEvent, selectSelectedExchange} from '../events/select-log.js';
import {prettyValue} from '../inspector/event-facts.js';
import {requestCode} from '../inspector/request-tab.js';
import {selectView} from '../player/select-view.js';
import type {Screen} from './screen.js';
import {type Step, step} from './screen-effect.js';

/** Gives a text to the clipboard and says, in a word, which way it went. */
export type Copy = (text: string) => Promise<string>;

/** What the keys copy that copy. */
export function copyKey(screen: Screen, name: 'copyAnswer' | 'copyCode' | 'copyEvent' | 'copyTab'): Step {
	switch (name) {
		case 'copyAnswer': {
			return copy(screen, 'answer', newestAnswer(screen));
		}

		case 'copyCode': {
			return copy(screen, 'code block', codeBlock(screen, null));
		}

		case 'copyEvent': {
			return copy(screen, 'event', eventJson(screen));
		}

		case 'copyTab': {
			return screen.tab === 'request' ? copyRequest(screen) : copy(screen, 'tab', tabText(screen));
		}
	}
}

function copy(screen: Screen, what: string, text: string | null): Step {
	return text === null || text === ''
		? step({...screen, notice: `there is no ${what} to copy`})
		: step(screen, {name: 'copy', text, what, next: ''});
}

/** The request as code, in another language each time. */
function copyRequest(screen: Screen): Step {
	const {copiedNext: language} = screen;
	const text = requestCode(screen, language);
	if (text === null) {
		return step({...screen, notice: 'there is no request to copy'});
	}

	const copiedNext = languageAfter(language);
	return step(
		{...screen, copiedNext},
		{name: 'copy', text, what: language, next: `; y again copies ${copiedNext}`},
	);
}

/** The text of the newest answer up to the playhead. */
export function newestAnswer(screen: Screen): string | null {
	const message = lastItem(selectView(screen).exchanges)?.message;
	return message ? answerText(message.blocks) : null;
}

/** A fenced code block of the newest answer: the n-th, counted from 1, or the last one. */
export function codeBlock(screen: Screen, number: number | null): string | null {
	const blocks = [
		...(newestAnswer(screen) ?? '').matchAll(/^[ \t]*(`{3,}|~{3,})[^\n]*\n([\s\S]*?)^[ \t]*\1[ \t]*$/gm),
	];
	const found = number === null ? blocks.at(-1) : blocks[number - 1];
	return found?.[2] ?? null;
}

function eventJson(screen: Screen): string | null {
	const event = selectEvent(screen);
	return event === undefined ? null : printJson(prettyValue(event), 2);
}

function tabText(screen: Screen): string | null {
	const message = selectSelectedExchange(screen)?.message ?? null;
	if (screen.tab === 'event') {
		return eventJson(screen);
	}

	return message === null ? null : JSON.stringify(messageOf(message), null, 2);
}
