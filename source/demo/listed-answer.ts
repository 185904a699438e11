import {isObject, type Json} from '../wire/json.js';
import type {RecordedAnswer} from './recorded-answers.js';

/** A recorded answer as people choose it from a list. */
export type ListedAnswer = {
	/** The last text of what was asked, shortened; the path if there is none. */
	readonly question: string;
	readonly status: number;
	readonly isStream: boolean;
	readonly reads: number;
	/** Milliseconds from the request to the last byte. */
	readonly duration: number;
};

const maxShown = 120;

export function listedAnswer({asked, status, isStream, plan}: RecordedAnswer): ListedAnswer {
	const question = lastText(asked?.body?.messages ?? null) ?? asked?.path ?? '';
	return {
		question: question.length > maxShown ? `${question.slice(0, maxShown)}…` : question,
		status,
		isStream,
		reads: plan.steps.length,
		duration: Math.round(plan.steps.reduce((sum, {delayMs}) => sum + delayMs, plan.responseMs)),
	};
}

function lastText(messages: Json): string | null {
	const texts = (Array.isArray(messages) ? messages : []).flatMap(message =>
		isObject(message) && message.role === 'user' && Array.isArray(message.content)
			? message.content.flatMap(block =>
					isObject(block) && typeof block.text === 'string' ? [block.text] : [],
				)
			: [],
	);
	return texts.at(-1) ?? null;
}
