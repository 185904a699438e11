import {type BlockSnapshot, blockOf, toolInput} from '../../messages/message-snapshot.js';
import {resultText} from '../../messages/tools/result-text.js';
import {blockVocabulary, isToolBlock} from '../../messages/vocabulary/blocks.js';
import {formatTokens} from '../../text/format-numbers.js';
import {shortAddress} from '../../text/hyperlink.js';
import {sanitize, sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import {isObject, type JsonObject, printJson, stringAt} from '../../wire/json.js';
import {hangingRows} from './hanging-rows.js';

/** How a block is shown in the conversation. `isOpen` unfolds thinking and long texts. */
export type BlockRowOptions = {
	readonly width: number;
	readonly isOpen: boolean;
};

/** How many lines of a long result or unknown block the conversation shows while it is folded. */
const shownLines = 8;
/** A fold that saves no more lines than this is not worth a key. */
const slack = 3;

/** The rows of every block except text: thinking, tool calls, results, and block types of a later API. */
export function blockRows(block: BlockSnapshot, options: BlockRowOptions): readonly Row[] {
	if (block.type === 'thinking') {
		return thinkingRows(block, options);
	}

	if (block.type === 'redacted_thinking') {
		const size = stringAt(block.start, 'data').length;
		const words = `Redacted thinking · ${size} characters, encrypted`;
		return hangingRows('▪', [segment(words, 'thinking')], options.width);
	}

	if (isToolBlock(block.type)) {
		return toolRows(block, options);
	}

	if (block.type.endsWith('_tool_result')) {
		return resultRows(block, options);
	}

	if (block.type === 'fallback') {
		const {detail} = blockVocabulary(block.type);
		const words = sanitizeLine(`fallback · ${detail(block.start)}`);
		return hangingRows('▪', [segment(words, 'tool')], options.width);
	}

	if (block.type === 'compaction') {
		return compactionRows(block, options);
	}

	return otherRows(block, options);
}

/** The summary replaces what was said before, so that a reader wants to know what it keeps. */
function compactionRows(block: BlockSnapshot, options: BlockRowOptions): readonly Row[] {
	const state = block.isClosed ? '' : ' …';
	const length = block.text.length;
	const words = length === 0 ? 'no readable summary' : `a summary of ${formatTokens(length)} characters`;
	const head = hangingRows(
		'▪',
		[segment('compaction', 'tool'), segment(` · ${words}${state}`, 'dim')],
		options.width,
	);
	return length === 0 ? head : [...head, ...gutterRows(block.text, options, 'dim', 'start')];
}

function thinkingRows(block: BlockSnapshot, {width, isOpen}: BlockRowOptions): readonly Row[] {
	const state = block.isClosed ? '' : ' …';
	const estimate = block.estimatedTokens;
	const counted = estimate === 0 ? '' : ` · ~${formatTokens(estimate)} tokens`;
	if (block.text === '' && (block.isClosed || estimate > 0)) {
		return hangingRows('▪', [segment(`Thinking${state}${counted} · hidden`, 'thinking')], width);
	}

	const title = `Thinking${state} · ${block.text.length} characters`;
	const hint = isOpen || !block.isClosed ? '' : ' · t unfolds';
	const head = hangingRows(isOpen ? '▾' : '▸', [segment(title, 'thinking'), segment(hint, 'dim')], width);
	// While the block streams, its last lines show progress.
	const shown = isOpen ? Number.POSITIVE_INFINITY : block.isClosed ? 0 : 3;
	const lines = shown === 0 ? [] : wrapText(sanitize(block.text.trim()), width - 2).lines;
	return [
		...head,
		...lines.slice(-shown).map(({text}): Row => [segment('│ ', 'line'), segment(text, 'thinking')]),
	];
}

function toolRows(block: BlockSnapshot, options: BlockRowOptions): readonly Row[] {
	const where =
		block.type === 'server_tool_use'
			? ' · runs on the server'
			: block.type === 'mcp_tool_use'
				? ' · MCP'
				: '';
	const state = block.isClosed ? '' : ' …';
	const name = sanitizeLine(stringAt(block.start, 'name') || block.type);
	const head = hangingRows('⚙', [segment(name, 'tool'), segment(`${where}${state}`, 'dim')], options.width);
	const json = block.isClosed ? printJson(toolInput(block), 2) : (block.partialJson ?? '');
	return [...head, ...gutterRows(json, options, 'dim', block.isClosed ? 'start' : 'end')];
}

function resultRows(block: BlockSnapshot, options: BlockRowOptions): readonly Row[] {
	const {content} = block.start;
	const title = `↳ ${block.type.replace('_tool_result', '').replaceAll('_', ' ')} result`;
	const items = Array.isArray(content) ? content.filter(isObject) : [];
	const links = items.filter(item => typeof item.url === 'string');
	const head: Row = [
		segment(title, 'tool'),
		segment(links.length > 0 ? ` · ${links.length} results` : '', 'dim'),
	];
	if (links.length > 0) {
		return [
			head,
			...links.slice(0, shownLines).flatMap((link, index) => linkRows(link, index + 1, options.width)),
		];
	}

	return [head, ...gutterRows(resultText(content), options, 'dim', 'start')];
}

function linkRows(link: JsonObject, number: number, width: number): readonly Row[] {
	const title = sanitizeLine(stringAt(link, 'title') || 'untitled');
	const address = stringAt(link, 'url');
	return [
		[segment(`  ${number}. `, 'dim'), segment(title)],
		...wrapText(sanitizeLine(address), width - 5).lines.map(
			({text}): Row => [segment('     '), {text, role: 'citation', link: address}],
		),
	];
}

function otherRows(block: BlockSnapshot, options: BlockRowOptions): readonly Row[] {
	const {type: _, ...rest} = blockOf(block);
	const head: Row = [
		segment(`? ${sanitizeLine(block.type)}`, 'unknown'),
		segment(' · unknown block type', 'dim'),
	];
	return [
		block.type === 'container_upload' ? [segment(`▪ ${block.type}`, 'tool')] : head,
		...gutterRows(printJson(rest, 2), options, 'dim', 'start'),
	];
}

/** A text with a line at its left. A long one is folded if that saves more than `slack` lines: to its start, or to its end as long as it grows. */
export function gutterRows(
	text: string,
	{width, isOpen}: BlockRowOptions,
	role: string,
	keep: 'start' | 'end',
): readonly Row[] {
	const {lines} = wrapText(sanitize(text), width - 2);
	const hidden = lines.length - shownLines;
	const isFolded = !isOpen && hidden > slack;
	const shown = !isFolded ? lines : keep === 'start' ? lines.slice(0, shownLines) : lines.slice(-shownLines);
	const rows = shown.map(({text: line}): Row => [segment('│ ', 'line'), segment(line, role)]);
	const more: Row = [segment('│ ', 'line'), segment(`… ${hidden} more lines · t unfolds`, 'dim')];
	return isFolded && keep === 'start' ? [...rows, more] : rows;
}

/** The lines of a source that are shown. */
const citationLines = 3;

/** The sources that a text block cites, numbered. */
export function citationRows(block: BlockSnapshot, width: number, first = 1): readonly Row[] {
	const started = Array.isArray(block.start.citations) ? block.start.citations : [];
	return [...started, ...block.citations].filter(isObject).flatMap((citation, index) => {
		const address = stringAt(citation, 'url');
		const title = stringAt(citation, 'title') || stringAt(citation, 'document_title') || address;
		const quote = stringAt(citation, 'cited_text');
		const words = sanitizeLine(
			`${title || 'a source'}${title === address ? '' : hostIn(address)}${quote === '' ? '' : ` — “${quote.trim()}”`}`,
		);
		const number = ` [${index + first}]`;
		const mark: Row = [
			{text: number, role: 'citation', link: address},
			segment(''.padEnd(Math.max(1, 6 - number.length))),
		];
		const {lines} = wrapText(words, width - 6);
		return lines
			.slice(0, citationLines)
			.map(
				({text}, line): Row => [
					...(line === 0 ? mark : [segment(' '.repeat(6))]),
					segment(
						line === citationLines - 1 && lines.length > citationLines
							? `${text.slice(0, width - 7)}…`
							: text,
						'dim',
					),
				],
			);
	});
}

/** ` (host)` for a web address. */
function hostIn(address: string): string {
	const host = shortAddress(address);
	return host === address ? '' : ` (${host})`;
}

/** How many sources a block cites. */
export function citationCount(block: BlockSnapshot): number {
	return (Array.isArray(block.start.citations) ? block.start.citations.length : 0) + block.citations.length;
}
