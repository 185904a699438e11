import type {PriceList} from '../../messages/prices.js';
import type {SessionSummary} from '../../recording/summarise-session.js';
import {alignRows} from '../../text/align-rows.js';
import {formatAge} from '../../text/format-age.js';
import {formatTokens} from '../../text/format-numbers.js';
import {costWords, outputWords} from '../../ui/sessions/session-row.js';
import type {CommandContext} from '../command-module.js';
import {readSessions} from './read-sessions.js';

/** The maximum width of a column, in cells, since a title may be long. */
const widest = 50;

/** Prints the sessions of a folder, newest first. */
export async function listSessions(
	folder: string,
	{isJson, prices}: {readonly isJson: boolean; readonly prices: PriceList},
	{stdout}: CommandContext,
): Promise<void> {
	const sessions: SessionSummary[] = [];
	for await (const session of readSessions(folder, prices)) {
		sessions.push(session);
	}

	if (isJson) {
		stdout.write(`${JSON.stringify(sessions, null, 2)}\n`);
	} else if (sessions.length === 0) {
		stdout.write('There are no saved sessions yet.\n');
	} else {
		const now = Date.now();
		stdout.write(alignRows([heads, ...sessions.map(session => cellsOf(session, now))], widest));
	}
}

const heads = ['id', 'age', 'turns', 'in', 'out', 'cost', 'model', 'title or first prompt'] as const;

function cellsOf(session: SessionSummary, now: number): readonly string[] {
	const {id, changedAt, turns, inputTokens, model, title, firstPrompt, isOpen} = session;
	return [
		id,
		isOpen ? 'open' : formatAge(now - changedAt),
		String(turns),
		formatTokens(inputTokens),
		outputWords(session),
		costWords(session),
		model ?? '',
		title ?? firstPrompt,
	];
}
