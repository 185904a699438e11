import type {SlashContext} from './slash-context.js';

/** What a command says, and after it why the next request would be refused, if it would. */
export function withRefusal(words: string, {requests}: SlashContext): string {
	const refusal = requests.refusal(null);
	return refusal === null ? words : `${words} ${refusal}`;
}
