import type Anthropic from '@anthropic-ai/sdk';

/** The credentials that a client sends, as far as they are known: strings that must not reach a file. */
export function clientSecrets(
	{apiKey, authToken}: Anthropic,
	environment: NodeJS.ProcessEnv,
): readonly string[] {
	const {ANTHROPIC_API_KEY: key, ANTHROPIC_AUTH_TOKEN: token} = environment;
	const known = [apiKey, authToken, key, token].filter(secret => typeof secret === 'string' && secret !== '');
	return [...new Set(known)] as readonly string[];
}
