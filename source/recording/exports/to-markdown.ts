import {bookmarksInOrder} from '../../analysis/bookmarks.js';
import {continuesTurn, type MessageParam, requestMessages} from '../../analysis/conversation.js';
import {summarize} from '../../analysis/event-summary.js';
import {isFollowed} from '../../analysis/open-calls.js';
import {
	openingWords,
	standingWords,
	type TurnStanding,
	turnStandings,
} from '../../analysis/turn-standings.js';
import {blockOf} from '../../messages/message-snapshot.js';
import {stopLine, stopOf} from '../../messages/stop-reasons.js';
import {passagesOf} from '../../messages/text-passages.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {sanitize, sanitizeLine} from '../../text/sanitize.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {foldTrace} from '../../trace/fold-trace.js';
import {itemsOf} from '../../trace/persistent-list.js';
import {isObject, type Json, type JsonObject, printJson, stringAt} from '../../wire/json.js';
import {bookmarksIn} from '../bookmark-lines.js';
import {nextRequest} from '../next-request.js';
import {containedMarkdown} from './contained-markdown.js';
import type {ExportSource} from './exported.js';

/** Exports the conversation. Control characters are made visible, so that the file is safe to print to a terminal. */
export function* toMarkdown(
	source: ExportSource,
	notes: readonly string[],
	isSession: boolean,
): Generator<string> {
	const view = foldTrace(source.events);
	const standings = turnStandings(view, nextRequest(source).since);
	yield `# ${sanitize(source.title ?? 'Conversation').replaceAll('\n', ' ')}\n\n`;
	for (const [index, exchange] of [...itemsOf(view.exchanges)].entries()) {
		for (const part of exchangeParts(exchange, isSession && index === 0, standings.get(exchange.exchange))) {
			yield `${sanitize(part)}\n\n`;
		}

		const ending = isFollowed(view, exchange) ? null : endingOf(exchange);
		if (ending !== null) {
			yield `${sanitize(`*${ending}*`)}\n\n`;
		}
	}

	const marks = bookmarkParts(source);
	if (marks.length > 0) {
		yield `## Bookmarks\n\n${marks.map(mark => `${mark}\n`).join('')}\n`;
	}

	yield `---\n\n${notes.map(note => `*${note}*`).join('\n\n')}\n`;
}

/** Each bookmark in a line: its event, its time, and its note. */
function bookmarkParts({events, others, pacing}: ExportSource): readonly string[] {
	const start = events[0]?.at ?? 0;
	return bookmarksInOrder(bookmarksIn(others, events.length)).map(({position, note}) => {
		const event = events[position];
		const time = pacing === 'synthetic' ? '' : `, ${formatMilliseconds((event?.at ?? start) - start)}`;
		const name = event === undefined ? '' : `, ${summarize(event).name}`;
		const place = sanitizeLine(`#${position + 1}${time}, exchange ${event?.exchange ?? 1}${name}`);
		return note === '' ? `- ${place}` : `- ${place}: ${containedMarkdown(sanitizeLine(note))}`;
	});
}

/** The first request of a session holds the earlier messages. A single exchange is shown alone. */
function* exchangeParts(
	exchange: ExchangeView,
	isFirst: boolean,
	{standing, opens}: Pick<TurnStanding, 'standing' | 'opens'> = {standing: 'said', opens: false},
): Generator<string> {
	if (opens) {
		yield `---\n\n*${openingWords}*`;
	}

	if (standing !== 'said') {
		yield `*${standingWords[standing]}*`;
	}

	const messages = requestMessages(exchange);
	const isContinued = continuesTurn(exchange) && !isFirst;
	for (const message of isFirst ? messages : messages.slice(-1)) {
		yield* isContinued ? resultParts(message) : messageParts(message);
	}

	if (!isContinued) {
		yield '## Claude';
	}

	yield* contentParts((exchange.message?.blocks ?? []).map(blockOf));
}

function* messageParts({role, content}: MessageParam): Generator<string> {
	yield role === 'assistant' ? '## Claude' : '## You';
	yield* contentParts(content);
}

/** What continues a turn: results of tools, or a paused answer, which stands above already. */
function* resultParts({role, content}: MessageParam): Generator<string> {
	if (role === 'user') {
		yield* contentParts(content);
	}
}

function* contentParts(content: Json | readonly Json[] | undefined): Generator<string> {
	if (Array.isArray(content)) {
		for (const {blocks} of passagesOf(content.filter(isObject))) {
			const [block] = blocks;
			yield block?.type === 'text' ? passagePart(blocks) : blockPart(block ?? {});
		}
	} else {
		yield typeof content === 'string' ? containedMarkdown(content) : '';
	}
}

/** Text blocks are joined, with their citations below. */
function passagePart(blocks: readonly JsonObject[]): string {
	const text = blocks.map(block => stringAt(block, 'text')).join('');
	const citations = blocks.flatMap(block => citationLines(block.citations));
	return [containedMarkdown(text), ...(citations.length > 0 ? ['', ...citations] : [])].join('\n');
}

function blockPart(block: JsonObject): string {
	switch (block.type) {
		case 'thinking': {
			const lines = containedMarkdown(stringAt(block, 'thinking')).split('\n');
			return ['> **Thinking**', '>', ...lines.map(line => `> ${line}`)].join('\n');
		}

		case 'redacted_thinking': {
			return '*Thinking, redacted by the API*';
		}

		case 'tool_use':
		case 'server_tool_use':
		case 'mcp_tool_use': {
			return `**${block.type} · ${stringAt(block, 'name')}**\n\n${fence(block.input ?? {})}`;
		}

		case 'image':
		case 'document': {
			const {source} = block;
			return `*${block.type}, ${stringAt(source, 'media_type') || stringAt(source, 'type')}*`;
		}

		case 'tool_result': {
			return `**tool_result${block.is_error === true ? ' · error' : ''}**\n\n${fence(block.content ?? '')}`;
		}

		default: {
			return `**${stringAt(block, 'type')}**\n\n${fence(block.content ?? block)}`;
		}
	}
}

function citationLines(citations: Json | undefined): readonly string[] {
	return (Array.isArray(citations) ? citations : []).map(citation => {
		const title = stringAt(citation, 'title') || stringAt(citation, 'document_title');
		return `- cited: ${[title, stringAt(citation, 'url')].filter(Boolean).join(', ')}`;
	});
}

/** A fence is longer than any run of backticks inside it. */
function fence(value: Json): string {
	const text = typeof value === 'string' ? value : printJson(value, 2);
	const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
	const mark = '`'.repeat(Math.max(3, longest + 1));
	return `${mark}${typeof value === 'string' ? '' : 'json'}\n${text}\n${mark}`;
}

function endingOf({phase, end, message}: ExchangeView): string | null {
	switch (phase) {
		case 'complete': {
			const stop = stopOf(message?.fields);
			return stop === null ? null : stopLine(stop);
		}

		case 'aborted': {
			return 'Interrupted';
		}

		case 'failed': {
			return [end?.error?.title ?? 'Failed', end?.error?.detail].filter(Boolean).join(': ');
		}

		default: {
			return 'The recording ends before the answer does';
		}
	}
}
