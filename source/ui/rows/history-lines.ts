import {stringAt} from '../../protocol/json.js';
import type {BlockSnapshot} from '../../protocol/message-snapshot.js';
import {sanitize, sanitizeLine} from '../../terminal/sanitize.js';
import {type WrappedText, wrapText} from '../../terminal/wrap-text.js';
import {promptOf} from '../../trace/conversation.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {paintRow} from '../paint.js';
import {type Row, segment} from '../segment.js';
import type {Theme} from '../theme.js';
import {blockRows, citationRows} from './block-rows.js';
import {endingRows} from './ending-rows.js';

export type HistoryLineOptions = {
	readonly width: number;
	readonly theme: Theme;
	readonly isThinkingOpen: boolean;
};

/** The lines of one turn, styled, each at most `width` cells. */
export type HistoryLines = (view: ExchangeView) => readonly string[];

/**
 * Makes the lines of turns. A turn that has not changed is laid out once; of one that grows, only the end is wrapped again.
 */
export function createHistoryLines(options: HistoryLineOptions): HistoryLines {
	const known = new WeakMap<ExchangeView, readonly string[]>();
	const growing = new Map<string, WrappedText>();

	const textLines = (block: BlockSnapshot, key: string): readonly string[] => {
		const wrapped = wrapText(sanitize(block.text), options.width, growing.get(key));
		growing.set(key, wrapped);
		return wrapped.lines.map(({text}) => text);
	};

	const paint = (rows: readonly Row[]) => rows.map(row => paintRow(row, options.width, options.theme));

	const linesOfBlock = (view: ExchangeView, block: BlockSnapshot, index: number): readonly string[] => {
		if (block.type !== 'text') {
			return paint(blockRows(block, {width: options.width, isOpen: options.isThinkingOpen}));
		}

		const lines = block.text === '' ? [] : textLines(block, `${view.exchange}/${index}`);
		return [...lines, ...paint(citationRows(block, options.width))];
	};

	return view => {
		const lines = known.get(view) ?? [
			...paint(promptRows(view, options.width)),
			'',
			...paint([answerHead(view)]),
			...(view.message?.blocks ?? []).flatMap((block, index) => linesOfBlock(view, block, index)),
			...paint(endingRows(view, options.width)),
			'',
		];
		known.set(view, lines);
		if (view.end !== null) {
			forget(growing, view.exchange);
		}

		return lines;
	};
}

function forget(growing: Map<string, WrappedText>, exchange: number): void {
	for (const key of growing.keys()) {
		if (key.startsWith(`${exchange}/`)) {
			growing.delete(key);
		}
	}
}

function promptRows(view: ExchangeView, width: number): readonly Row[] {
	return [
		[segment('You', 'user')],
		...wrapText(sanitize(promptOf(view)), width).lines.map(({text}): Row => [segment(text)]),
	];
}

function answerHead(view: ExchangeView): Row {
	const model = sanitizeLine(stringAt(view.message?.fields, 'model'));
	return [segment('Claude', 'assistant'), segment(model === '' ? '' : ` · ${model}`, 'dim')];
}
