import type {MessagesRequest} from './messages-request.js';

const apiVersions = ['2023-06-01', '2026-10-21'] as const;

/** The values that `anthropic-version` may have. */
export type ApiVersion = (typeof apiVersions)[number];

export function isApiVersion(version: unknown): version is ApiVersion {
	return apiVersions.some(known => known === version);
}

/**
 * Checks for what version 2026-10-21 refuses and 2023-06-01 accepts: sampling, documents in assistant messages, and citations on the user's
 * text. Returns the API's message about the first one found. Source: https://platform.claude.com/docs/en/api/migration-2026-10-21
 */
export function checkVersion(request: MessagesRequest, version: ApiVersion): string | undefined {
	if (version === '2023-06-01') {
		return undefined;
	}

	const sampling = ['temperature', 'top_p', 'top_k'].find(name => Object.hasOwn(request, name));
	if (sampling !== undefined) {
		return `${sampling}: Extra inputs are not permitted`;
	}

	for (const [index, {role, content}] of request.messages.entries()) {
		if (typeof content === 'string') {
			continue;
		}

		for (const [at, block] of content.entries()) {
			if (role === 'assistant' && block.type === 'document') {
				return `messages.${index}.content.${at}: \`document\` blocks are not permitted in \`assistant\` messages`;
			}

			const {citations} = block;
			if (role === 'user' && block.type === 'text' && Array.isArray(citations) && citations.length > 0) {
				return `messages.${index}.content.${at}.text.citations: Extra inputs are not permitted`;
			}
		}
	}

	return undefined;
}
