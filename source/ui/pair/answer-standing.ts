import {answerText} from '../../messages/text-passages.js';
import {formatTokens} from '../../text/format-numbers.js';
import {exchangeIn} from '../../trace/fold-trace.js';
import type {Pair, PairSide} from './pair.js';

/** Whether the answers are the same as far as both have come, in a few words; `''` before there are two. */
export function answerStanding({sides, lengths}: Pair): string {
	const left = answerOf(sides[0], lengths[0]);
	const right = answerOf(sides[1], lengths[1]);
	const common = Math.min(left.length, right.length);
	if (common === 0) {
		return '';
	}

	let same = 0;
	while (same < common && left[same] === right[same]) {
		same++;
	}

	const behind = left.length === right.length ? '' : `, ${left.length > right.length ? 'A' : 'B'} is ahead`;
	if (same === common) {
		return `same text so far${behind}`;
	}

	return same === 0 ? 'different texts' : `differ after ${formatTokens(same)} characters`;
}

/** The text of the answer at the playhead of a side. */
function answerOf({trace}: PairSide, length: number): string {
	const exchange = trace.at(length - 1)?.exchange ?? -1;
	return answerText(exchangeIn(trace.viewAt(length), exchange)?.message?.blocks ?? []);
}
