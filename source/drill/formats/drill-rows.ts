import {type Row, segment} from '../../text/segment.js';
import {type CaseResult, countLevel, type DrillResult, levelSigns, outputLines} from '../drill-result.js';
import type {Level} from '../judgement.js';

const roles: Readonly<Record<Level, string>> = {good: 'good', weak: 'warning', bad: 'bad'};

/** One case: its sign, its name and what was seen. What is wrong stands first, with what a good client does below, and what this one printed if asked for. */
export function caseRows(
	{name, level, judgements, summary, output}: CaseResult,
	showsOutput: boolean,
): readonly Row[] {
	const told = judgements.filter(judgement => level === 'good' || judgement.level !== 'good');
	const row = [
		segment(`${levelSigns[level]} `, roles[level]),
		segment(name.padEnd(26)),
		segment(told.map(({words}) => words).join(' · '), level === 'good' ? 'dim' : roles[level]),
	];
	const printed = output === undefined || !showsOutput ? [] : outputLines(output);
	return level === 'good'
		? [row]
		: [row, [segment(`  ${summary}`, 'dim')], ...printed.map(line => [segment(`  ${line}`)])];
}

/** The last row: how many cases went well. */
export function summaryRow(result: DrillResult): Row {
	const counts = (['good', 'weak', 'bad'] as const).map(level => `${countLevel(result, level)} ${level}`);
	return [segment(`${result.client}: ${counts.join(' · ')}, seed ${result.seed}`, 'title')];
}
