import {type CanonicalRequest, canonicalKey} from './canonical-request.js';
import type {RecordedAnswer} from './recorded-answers.js';

/** Recorded answers to exactly the same requests, to which more can be added. */
export type ExactAnswers = {
	/** The same request gets its answers one after the other, then the last of them again. `null` if there is none. */
	choose(asked: CanonicalRequest): RecordedAnswer | null;
	/** Adds what was just answered: the request that it is for has had it already. */
	add(answers: readonly RecordedAnswer[]): void;
	/** All of them, in their order. */
	all(): readonly RecordedAnswer[];
};

export function createExactAnswers(recorded: readonly RecordedAnswer[]): ExactAnswers {
	const byKey = new Map<string, {readonly answers: RecordedAnswer[]; next: number}>();
	const all: RecordedAnswer[] = [];
	const keep = (answer: RecordedAnswer, isGiven: boolean) => {
		if (answer.asked === null) {
			return;
		}

		const key = canonicalKey(answer.asked);
		const entry = byKey.get(key) ?? {answers: [], next: 0};
		byKey.set(key, entry);
		entry.answers.push(answer);
		entry.next += isGiven ? 1 : 0;
		all.push(answer);
	};
	for (const answer of recorded) {
		keep(answer, false);
	}

	return {
		choose(asked) {
			const entry = byKey.get(canonicalKey(asked));
			if (entry === undefined) {
				return null;
			}

			const answer = entry.answers[entry.next] ?? entry.answers.at(-1) ?? null;
			entry.next++;
			return answer;
		},
		add(answers) {
			for (const answer of answers) {
				keep(answer, true);
			}
		},
		all: () => all,
	};
}
