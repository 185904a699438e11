import {continuesTurn, wholePromptOf} from '../../analysis/conversation.js';
import {attachmentLabel, type Prompt, promptParts} from '../../analysis/prompt.js';
import {type Thinking, thinkingOf, thinkingWords} from '../../analysis/thinking.js';
import {type ServingModel, servingModel} from '../../messages/serving-model.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {sanitize, sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {stringAt} from '../../wire/json.js';
import {hangingRows} from './hanging-rows.js';
import type {HistoryLineOptions} from './history-line-options.js';
import {remarkRows} from './remark-rows.js';
import {resultRows} from './result-rows.js';

/** The rows shown of a longer prompt. A prompt that is only slightly longer is shown whole. */
const maxPrompt = 12;
const slack = 4;

const noRow: Row = [];

/** What an exchange begins with: results of tools and a prompt, each followed by an empty row. An exchange that continues a turn has no prompt. */
export function turnHead(view: ExchangeView, width: number, isOpen: boolean): readonly Row[] {
	const results = resultRows(view, {width, isOpen});
	return [
		...(results.length === 0 ? [] : [...results, noRow]),
		...(continuesTurn(view) ? [] : [...promptRows(view, width, isOpen), noRow]),
	];
}

/** A long prompt is folded to its beginning, so that it does not hide its answer. */
function promptRows(view: ExchangeView, width: number, isOpen: boolean): readonly Row[] {
	if (view.attempts.at(-1)?.request.body === null) {
		return [[segment('You', 'user')], [segment('(the capture has no request)', 'dim')]];
	}

	const lines = partRows(wholePromptOf(view), width);
	const isFolded = !isOpen && lines.length > maxPrompt + slack;
	const shown = isFolded ? lines.slice(0, maxPrompt) : lines;
	const hidden = lines.length - shown.length;
	return [
		[segment('You', 'user')],
		...shown,
		...(isFolded ? [[segment(`▸ ${hidden.toLocaleString('en-US')} more lines · t unfolds`, 'dim')]] : []),
	];
}

/** Files are chips, those in a row side by side. */
function partRows(prompt: Prompt, width: number): readonly Row[] {
	const rows: Row[] = [];
	let chips: string[] = [];
	const endChips = () => {
		if (chips.length > 0) {
			rows.push(...wrapText(chips.join(' '), width).lines.map(({text}): Row => [segment(text, 'accent')]));
			chips = [];
		}
	};

	for (const part of promptParts(prompt)) {
		if (typeof part === 'string') {
			endChips();
			rows.push(...wrapText(sanitize(part), width).lines.map(({text}): Row => [segment(text)]));
		} else {
			chips.push(attachmentLabel(part));
		}
	}

	endChips();
	return rows;
}

/** The model that answers, unless it only continues, what the API said before the answer, and for hidden thinking how much and how long. */
export function answerHead(
	view: ExchangeView,
	{width, hasTimes}: Pick<HistoryLineOptions, 'width' | 'hasTimes'>,
): readonly Row[] {
	const {model, insteadOf} = startingModel(view);
	const named = [model, ...(insteadOf === null ? [] : [`fallback for ${insteadOf}`])].join(', ');
	const atStart = view.remarks.filter(({source}) => source === 'message_start');
	const thinking = thinkingOf(view, hasTimes);
	const who: Row = [
		segment(view.foreign === null ? 'Claude' : sanitizeLine(view.foreign), 'assistant'),
		segment(model === '' ? '' : ` · ${sanitizeLine(named)}`, 'dim'),
		segment(thoughtWords(view, thinking), 'dim'),
	];
	// The block itself shows the estimated tokens.
	const words = thinking?.isHidden && !thinking.isEstimate ? thinkingWords(thinking) : null;
	return [
		...(continuesTurn(view) && insteadOf === null ? [] : [who]),
		...remarkRows(atStart, width),
		...(words === null ? [] : [[segment(words, 'thinking')]]),
		...tryRows(view, width, hasTimes),
		...(view.foreign === null
			? []
			: wrapText(foreignWords, width).lines.map(({text}): Row => [segment(text, 'dim')])),
	];
}

/** The model that begins the answer. A block says where another one takes over; without a block, the head has to. */
function startingModel({message, usage}: ExchangeView): ServingModel {
	return message?.blocks.some(({type}) => type === 'fallback')
		? {model: stringAt(message.fields, 'model'), insteadOf: null}
		: servingModel(message, usage);
}

/** About an exchange with another API. */
export const foreignWords =
	'Its events are in the log, with their times. Only the Messages API is built into a message and judged.';

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

/** At which attempt the answer came, why not before, and how long the SDK waited between them. */
function tryRows({attempts, message}: ExchangeView, width: number, hasTimes: boolean): readonly Row[] {
	const failed = attempts.slice(0, -1);
	if (failed.length === 0 || message === null) {
		return [];
	}

	const reasons = failed.map(({response}) => response?.status ?? 'no response');
	const waits = failed.map(({response}, index) =>
		response === null ? 0 : (attempts[index + 1]?.request.at ?? response.at) - response.at,
	);
	const waited = waits.reduce((sum, wait) => sum + wait, 0);
	const words = hasTimes && waited > 0 ? `, waited ${formatMilliseconds(waited)}` : '';
	const ordinal = ordinals[failed.length] ?? `${attempts.length}th`;
	const text = `answered at the ${ordinal} try (${reasons.join(', ')}${words})`;
	return hangingRows('↻', [segment(text, 'dim')], width);
}

/** How long visible thinking took, once it has ended. */
function thoughtWords({thinkingTime}: ExchangeView, thinking: Thinking | null): string {
	const time = thinking?.isHidden === false && thinkingTime?.openSince === null ? thinking.time : null;
	return time === null || time <= 0 ? '' : ` · thought for ${formatMilliseconds(time)}`;
}
