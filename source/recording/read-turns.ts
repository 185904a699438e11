import {promptOf} from '../analysis/conversation.js';
import {answerText} from '../messages/text-passages.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import {isObject, stringAt} from '../wire/json.js';
import {readBriefly} from './read-briefly.js';
import type {SessionFile} from './session-files.js';

/** A prompt and the text of its answer. The prompt is empty where a turn continues. */
export type SavedTurn = {readonly prompt: string; readonly answer: string};

/** The texts of a session. A signal ends the reading, which then rejects. */
export async function readTurns(file: SessionFile, signal?: AbortSignal): Promise<readonly SavedTurn[]> {
	const {exchanges} = await readBriefly(file, all => all.every(({end}) => isObject(end?.message)), signal);
	return exchanges.map(exchange => ({prompt: promptOf(exchange), answer: answerOf(exchange)}));
}

/** How the exchange ended has the whole message. Otherwise there is what its events brought. */
function answerOf({end, message}: ExchangeView): string {
	if (!isObject(end?.message) || !Array.isArray(end.message.content)) {
		return message === null ? '' : answerText(message.blocks);
	}

	return end.message.content
		.filter(block => isObject(block) && block.type === 'text')
		.map(block => stringAt(block, 'text'))
		.join('');
}
