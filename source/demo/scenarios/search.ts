import {type AnswerBlock, type Citation, endTurn, type Scenario, type SearchResult} from '../answer.js';
import {createOpaque} from '../create-id.js';
import type {MessagesRequest} from '../messages-request.js';
import type {Random} from '../random.js';
import {maySearch} from '../requested-tools.js';
import {searchPages, searchStatements} from '../texts/search-pages.js';
import {chatText} from './chat-text.js';
import {textAnswer} from './text-answer.js';

/** A web search that the server runs itself: its call, its results, and an answer whose sentences cite them. */
export const search: Scenario = scene => {
	const {request, random, newId} = scene;
	if (!maySearch(request)) {
		return {kind: 'answer', answer: textAnswer(chatText(scene), scene)};
	}

	const id = newId('srvtoolu');
	return {
		kind: 'answer',
		answer: {
			blocks: [
				{type: 'text', text: "I'll search for how server-sent events work."},
				{
					type: 'server_tool_use',
					id,
					name: 'web_search',
					input: {query: 'server-sent events text/event-stream format reconnect'},
				},
				{type: 'web_search_tool_result', tool_use_id: id, content: searchResults(random)},
				...citedAnswer(random),
			],
			stop: endTurn,
			pace: 'smooth',
			toolInputTokens: random.integer(6000, 12_000),
			webSearches: 1,
		},
	};
};

/**
 * A turn that the server pauses before its web search is done. When it is sent back as the last message, the answer continues with the
 * results.
 */
export const pause: Scenario = scene => {
	const {request, random, newId} = scene;
	const paused = pausedCall(request);
	if (paused !== null) {
		return {
			kind: 'answer',
			answer: {
				blocks: [
					{type: 'web_search_tool_result', tool_use_id: paused, content: searchResults(random)},
					...citedAnswer(random),
				],
				stop: endTurn,
				pace: 'smooth',
				toolInputTokens: random.integer(6000, 12_000),
				webSearches: 1,
			},
		};
	}

	return {
		kind: 'answer',
		answer: {
			blocks: [
				{
					type: 'text',
					text: 'This needs a search that takes long. The server pauses the turn before it is done.',
				},
				{
					type: 'server_tool_use',
					id: newId('srvtoolu'),
					name: 'web_search',
					input: {query: 'text/event-stream'},
				},
			],
			stop: {stop_reason: 'pause_turn', stop_sequence: null, stop_details: null},
			pace: 'smooth',
		},
	};
};

/** The id of the search with which the last message ends. */
function pausedCall({messages}: MessagesRequest): string | null {
	const {role, content = ''} = messages.at(-1) ?? {};
	const block = role === 'assistant' && typeof content !== 'string' ? content.at(-1) : undefined;
	return block?.type === 'server_tool_use' && typeof block.id === 'string' ? block.id : null;
}

function searchResults(random: Random): SearchResult[] {
	return searchPages.map(({title, url, pageAge}) => ({
		type: 'web_search_result',
		title,
		url,
		encrypted_content: createOpaque(random.integer(900, 2400), random),
		page_age: pageAge,
	}));
}

/** The API puts each cited statement into its own block, between blocks without citations. */
function citedAnswer(random: Random): AnswerBlock[] {
	return searchStatements.flatMap(({before, text, page}) => {
		const {title, url, cited} = searchPages[page];
		const citation: Citation = {
			type: 'web_search_result_location',
			cited_text: cited,
			url,
			title,
			encrypted_index: createOpaque(200, random),
		};
		return [
			{type: 'text', text: before},
			{type: 'text', text, citations: [citation]},
		] satisfies AnswerBlock[];
	});
}
