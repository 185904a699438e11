import type {JsonObject} from '../../wire/json.js';

/**
 * The tools that the server runs, by their names, in the version that every current model takes. A file of tools may name a later one.
 *
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-reference
 */
export const serverTools: ReadonlyArray<{readonly name: string; readonly definition: JsonObject}> = [
	['web_search', 'web_search_20250305'],
	['web_fetch', 'web_fetch_20250910'],
	['code_execution', 'code_execution_20250825'],
].map(([name = '', type = '']) => ({name, definition: {type, name}}));
