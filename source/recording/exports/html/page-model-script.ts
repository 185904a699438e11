/**
 * The first part of the page’s script: from the events to rows and to the texts of the blocks, each with the position of the event
 * that brought it. Plain JavaScript for browsers; it makes no markup.
 */
export const pageModelScript = `
const page = JSON.parse(document.getElementById('data').textContent);
const events = page.events;

const parse = text => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};
const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value);
const at = (value, key) => isObject(value) && isObject(value[key]) ? value[key] : {};
const text = value => typeof value === 'string' ? value : '';
const pretty = value => JSON.stringify(value, null, 2);
const short = value => value.length > 300 ? value.slice(0, 300) + '…' : value;

const times = [];
events.forEach((event, position) => {
	const before = position === 0 ? event.at : events[position - 1].at;
	times.push((times[position - 1] ?? 0) + Math.min(page.maxWait, Math.max(0, event.at - before)));
});

/* Blocks in the order in which they appear. A piece is a text and the position of its event. */
const blocks = [];
const blocksOf = new Map();
const blockAt = [];

const addBlock = (exchange, position, start) => {
	const type = text(start.type) || 'unknown';
	const kind = type === 'text' ? 'text' : type === 'thinking' ? 'thinking' : /tool_use$/.test(type) ? 'tool'
		: /_result$/.test(type) ? 'result' : 'other';
	const block = {exchange, type, kind, position, gone: Infinity, name: text(start.name), whole: '', ends: [], positions: []};
	const input = at(start, 'input');
	const first = kind === 'text' ? text(start.text) : kind === 'thinking' ? text(start.thinking)
		: kind === 'tool' ? (Object.keys(input).length > 0 ? pretty(input) : '')
		: pretty(start.content === undefined ? start : start.content);
	addPiece(block, position, first);
	for (const citation of Array.isArray(start.citations) ? start.citations : []) {
		addCitation(block, position, citation);
	}
	blocks.push(block);
	blocksOf.get(exchange).push(block);
	blockAt[position] = block;
};
const addPiece = (block, position, piece) => {
	block.whole += piece;
	block.ends.push(block.whole.length);
	block.positions.push(position);
	blockAt[position] = block;
};
const addCitation = (block, position, citation) => {
	const words = [text(citation.title) || text(citation.document_title), text(citation.url)].filter(word => word !== '');
	addPiece(block, position, ' [' + words.join(', ') + '] ');
};
const addDelta = (block, position, delta) => {
	switch (delta.type) {
		case 'text_delta': return addPiece(block, position, text(delta.text));
		case 'thinking_delta': return addPiece(block, position, text(delta.thinking));
		case 'input_json_delta': return addPiece(block, position, text(delta.partial_json));
		case 'citations_delta': return addCitation(block, position, delta.citation);
		case 'signature_delta': return addPiece(block, position, '');
		default: return addPiece(block, position, pretty(delta));
	}
};

const headline = (event, payload) => {
	switch (event.type) {
		case 'request': return event.method + ' ' + event.url;
		case 'response': return event.status + ' ' + text(event.headers['request-id']);
		case 'body': return event.data;
		case 'end': return event.outcome + (event.error ? ': ' + event.error.title : '');
	}
	if (!isObject(payload)) return event.data;
	switch (payload.type) {
		case 'message_start': return text(at(payload, 'message').model);
		case 'content_block_start': return text(at(payload, 'content_block').type) + ' ' + text(at(payload, 'content_block').name);
		case 'content_block_delta': {
			const delta = at(payload, 'delta');
			const piece = delta.text ?? delta.thinking ?? delta.partial_json;
			return typeof piece === 'string' ? JSON.stringify(piece) : text(delta.type);
		}
		case 'message_delta': return text(at(payload, 'delta').stop_reason) + ' out ' + (at(payload, 'usage').output_tokens ?? '');
		case 'error': return text(at(payload, 'error').type) + ': ' + text(at(payload, 'error').message);
		case 'content_block_stop': case 'message_stop': case 'ping': return '';
		default: return event.data;
	}
};

const rows = events.map((event, position) => {
	if (event.type === 'request') {
		for (const block of blocksOf.get(event.exchange) ?? []) {
			block.gone = Math.min(block.gone, position);
		}
	}
	if (event.type === 'request' || !blocksOf.has(event.exchange)) {
		blocksOf.set(event.exchange, []);
	}
	const payload = event.type === 'sse' || event.type === 'body' ? parse(event.data) : undefined;
	if (isObject(payload) && !event.unterminated) {
		const own = blocksOf.get(event.exchange);
		const message = event.type === 'body' ? payload : payload.type === 'message_start' ? at(payload, 'message') : {};
		if (own.length === 0 && Array.isArray(message.content)) {
			message.content.filter(isObject).forEach(start => addBlock(event.exchange, position, start));
		}
		if (payload.type === 'content_block_start') {
			addBlock(event.exchange, position, at(payload, 'content_block'));
		} else if (payload.type === 'content_block_delta' && own[payload.index]) {
			addDelta(own[payload.index], position, at(payload, 'delta'));
		}
	}
	const name = event.type === 'sse' ? event.event ?? '(no name)' : event.type;
	const isError = name === 'error' || event.outcome === 'failed' || event.status >= 400;
	return {
		name,
		isError,
		block: isObject(payload) && typeof payload.index === 'number' ? payload.index : '',
		detail: short(headline(event, payload)),
	};
});
`;
