import type {MessagesRequest, RequestContent} from './messages-request.js';

/** The text of a message or a system prompt, without blocks of other types. */
export function contentText(content: RequestContent): string {
	if (typeof content === 'string') {
		return content;
	}

	return content
		.flatMap(block => (block.type === 'text' && typeof block.text === 'string' ? [block.text] : []))
		.join('\n');
}

/** What the user has said so far, oldest first: the last text of each message, since earlier texts are attached material. Messages with only tool results are left out. */
export function userPrompts(request: MessagesRequest): string[] {
	return request.messages
		.filter(message => message.role === 'user')
		.map(({content}) => lastText(content).trim())
		.filter(text => text !== '');
}

function lastText(content: RequestContent): string {
	const block = typeof content === 'string' ? content : content.findLast(({type}) => type === 'text')?.text;
	return typeof block === 'string' ? block : '';
}

/** Everything that the model reads for this request, as one text. Images are left out: the length of their data would count far too much. */
export function inputText(request: MessagesRequest): string {
	const parts = request.messages.map(({content}) =>
		typeof content === 'string'
			? content
			: content
					.map(block => (block.type === 'image' || block.type === 'document' ? '' : JSON.stringify(block)))
					.join(''),
	);
	const tools = (request.tools ?? []).length > 0 ? JSON.stringify(request.tools) : '';
	return [contentText(request.system), tools, ...parts].join('\n');
}
