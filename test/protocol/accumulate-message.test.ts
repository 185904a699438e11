import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type ApiSurface, accumulateMessage} from '../../source/protocol/accumulate-message.js';
import {isObject, parseJson} from '../../source/protocol/json.js';
import {type MessageSnapshot, messageOf} from '../../source/protocol/message-snapshot.js';
import {parseSse} from '../../source/protocol/parse-sse.js';
import {captures} from '../helpers/captures.js';
import {sdkMessage} from '../helpers/sdk-message.js';

const betaOnly = /"type":\s*"(compaction|fallback|mcp_tool_use|mcp_tool_result|advisor_tool_result)"/;

function accumulate(body: string, surface: ApiSurface): unknown {
	let snapshot: MessageSnapshot | null = null;
	for (const {event, data, unterminated} of parseSse(body)) {
		const payload = parseJson(data);
		if (event !== null && event !== 'ping' && event !== 'error' && !unterminated && isObject(payload)) {
			snapshot = accumulateMessage(snapshot, payload, surface);
		}
	}

	return snapshot === null ? null : JSON.parse(JSON.stringify(messageOf(snapshot)));
}

for (const {name, body} of captures) {
	test(`accumulates ${name} to the SDK's final message`, async t => {
		const surface = betaOnly.test(body) ? 'beta' : 'stable';
		const {message, error} = await sdkMessage(body, surface);
		const ours = accumulate(body, surface);
		if (error) {
			t.diagnostic(`the SDK throws: ${String(error).slice(0, 100)}`);
		} else {
			assert.deepEqual(ours, message);
		}
	});
}
