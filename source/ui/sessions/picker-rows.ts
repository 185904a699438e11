import {type Row, segment, spreadRow} from '../../text/segment.js';
import type {PickerState, SessionList} from './session-list.js';

/** The words shown instead of an empty list. */
export function noneWords({
	isLoading,
	query,
}: {readonly isLoading: boolean} & Pick<PickerState, 'query'>): string {
	const words = query === '' ? 'There are no saved sessions yet.' : 'No session contains these words.';
	return isLoading ? '' : words;
}

export function headerRow({sessions, isLoading, texts, isSearching}: SessionList, width: number): Row {
	const words = isLoading
		? `reading, ${sessions.length} so far `
		: isSearching
			? `searching the texts: ${texts.size} of ${sessions.length} · Esc stops `
			: '';
	return spreadRow(
		[segment(' streamscope  ', 'title'), segment('resume a session')],
		[segment(words, 'dim')],
		width,
	);
}

const keyWords = '↑ ↓ choose  Enter resumes  Ctrl+R renames  Ctrl+X deletes  Esc back';

export function statusRow({problem, notice}: SessionList, isRenaming: boolean): Row {
	if (isRenaming) {
		return [segment(' Enter renames  Esc keeps the title', 'dim')];
	}

	return problem === null ? [segment(` ${notice ?? keyWords}`, 'dim')] : [segment(` ${problem}`, 'bad')];
}
