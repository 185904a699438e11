import type {ModelFacts} from './models.js';

/**
 * Says that a model is deprecated or retired, since or until when, and what to ask instead: `retires on 2026-11-30: use claude-sonnet-5-5`.
 * `null` for any other model. `today` is a day, `YYYY-MM-DD`.
 */
export function modelEnding(facts: ModelFacts | null, today: string): string | null {
	if (facts === null || (facts.lifecycle !== 'deprecated' && facts.lifecycle !== 'retired')) {
		return null;
	}

	const {lifecycle, retiresAt, successor} = facts;
	const advice = successor === null ? '' : `: use ${successor}`;
	if (lifecycle === 'retired' || (retiresAt !== null && retiresAt <= today)) {
		return `retired${retiresAt === null ? '' : ` on ${retiresAt}`}${advice}`;
	}

	return `${retiresAt === null ? 'deprecated' : `retires on ${retiresAt}`}${advice}`;
}
