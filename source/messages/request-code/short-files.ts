import {isObject, type Json, type JsonObject} from '../../wire/json.js';

/** Characters of a file's base64 that are shown: enough to tell its type. */
const maxData = 48;

/** A request's body for reading: of each file in its messages, only the beginning. */
export function withShortFiles<Body>(body: Body): Body | JsonObject {
	return isObject(body) && Array.isArray(body.messages)
		? {...body, messages: body.messages.map(message => withShortContent(message))}
		: body;
}

/** Files are in a message, or in a tool's result in it. */
function withShortContent(holder: Json, isInside = false): Json {
	return isObject(holder) && Array.isArray(holder.content)
		? {
				...holder,
				content: holder.content.map(block =>
					isObject(block) && block.type === 'tool_result' && !isInside
						? withShortContent(block, true)
						: withShortSource(block),
				),
			}
		: holder;
}

function withShortSource(block: Json): Json {
	if (!isObject(block) || !isObject(block.source)) {
		return block;
	}

	const {type, data} = block.source;
	return type === 'base64' && typeof data === 'string' && data.length > maxData
		? {...block, source: {...block.source, data: `${data.slice(0, maxData)}… ${data.length} characters`}}
		: block;
}
