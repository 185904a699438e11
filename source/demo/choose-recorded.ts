import type {CanonicalRequest} from './canonical-request.js';
import {questionKey, type RecordedAnswer} from './recorded-answers.js';

/** Chooses the recorded answer to a request, or `null` if the recording has none of that kind, streamed or whole. */
export type ChooseRecorded = (body: unknown, isStream: boolean) => RecordedAnswer | null;

/**
 * The same question gets its recorded answers one after the other, then the last of them again. Any other question gets the answers in turn,
 * and after the last one the first again.
 */
export function createChooseRecorded(answers: readonly RecordedAnswer[]): ChooseRecorded {
	const asked = new Map<string, number>();
	const turns = new Map<boolean, number>();
	const messages = answers.filter(({asked}) => asked === null || isForMessage(asked));
	return (body, isStream) => {
		// An error is an answer to both kinds.
		const fitting = messages.filter(answer => answer.isStream === isStream || answer.status !== 200);
		const key = questionKey(body);
		const same = key === null ? [] : fitting.filter(answer => answer.key === key);
		if (key !== null && same.length > 0) {
			const place = `${isStream} ${key}`;
			const index = asked.get(place) ?? 0;
			asked.set(place, index + 1);
			return same[index] ?? same.at(-1) ?? null;
		}

		const turn = turns.get(isStream) ?? 0;
		turns.set(isStream, turn + 1);
		return fitting[turn % fitting.length] ?? null;
	};
}

/** A recording may also hold other questions to the API, such as the count of a request's tokens. */
function isForMessage({method, path}: CanonicalRequest): boolean {
	return method === 'POST' && !path.endsWith('/count_tokens');
}
