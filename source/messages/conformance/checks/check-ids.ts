import type {JsonObject} from '../../../wire/json.js';
import {type ConformanceState, reportOnce} from '../conformance-state.js';
import {quote} from '../quote.js';
import {fieldRules} from '../rules/field-rules.js';

const prefixes: ReadonlyMap<string, string> = new Map([
	['message', 'msg_'],
	['tool_use', 'toolu_'],
	['server_tool_use', 'srvtoolu_'],
	['mcp_tool_use', 'mcptoolu_'],
]);

const uuid = /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i;

/** Notes an id that does not look like the API's. `thing` is the message or block that has it; its `type` says which ids are usual. */
export function checkId(state: ConformanceState, thing: JsonObject, position: number): ConformanceState {
	const {type, id} = thing;
	const prefix = typeof type === 'string' ? prefixes.get(type) : undefined;
	if (prefix === undefined || typeof id !== 'string' || id.startsWith(prefix)) {
		return state;
	}

	const shape = uuid.test(id) ? ' but is a UUID' : '';
	const message = `the id ${quote(id)} of the ${type} does not begin with ${prefix}${shape}`;
	return reportOnce(state, fieldRules.idShape, `${type}`, position, message);
}
