import {parseAllDocuments} from 'yaml';
import type {Json} from '../../wire/json.js';

/** Anchors and aliases can make a small text very large. */
const maxAliases = 100;

/**
 * The documents of a YAML text. `undefined` stands for a broken one. Binary values, which JSON does not have, are byte arrays; they are only read
 * where a body is expected.
 */
export function yamlDocuments(text: string): ReadonlyArray<Json | undefined> {
	// Cassettes of Ruby hold tags of its own classes, which are of no use.
	const parsed = parseAllDocuments(text, {logLevel: 'silent', customTags: ['binary']});
	return Array.isArray(parsed) ? parsed.map(jsonOf) : [];
}

function jsonOf(document: ReturnType<typeof parseAllDocuments>[number]): Json | undefined {
	if (document.errors.length > 0) {
		return undefined;
	}

	try {
		return document.toJS({maxAliasCount: maxAliases}) as Json;
	} catch {
		return undefined;
	}
}
