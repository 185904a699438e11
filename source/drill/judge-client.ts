import type {DrillCase} from './drill-case.js';
import {judgeEnd} from './judge-end.js';
import {judgeReason} from './judge-reason.js';
import {judgeRequests} from './judge-requests.js';
import {judgeSilentClient} from './judge-silent-client.js';
import {judgeText} from './judge-text.js';
import {judgeTokens} from './judge-tokens.js';
import {type Judge, type Judgement, type Level, worstLevel} from './judgement.js';
import type {Observation} from './observation.js';

/** The judgement of a client in one case. */
export type CaseVerdict = {
	readonly level: Level;
	readonly judgements: readonly Judgement[];
};

const judges: readonly Judge[] = [judgeEnd, judgeText, judgeReason, judgeRequests, judgeTokens];

/** How it ended says nothing of the case, unless somebody ended it. */
const judgesWithoutRequest: readonly Judge[] = [
	(seen, drillCase) => (seen.end.kind === 'exit' ? null : judgeEnd(seen, drillCase)),
	judgeSilentClient,
];

/** Judges what was seen of a client. The worst of what was seen is the verdict. */
export function judgeClient(seen: Observation, drillCase: DrillCase): CaseVerdict {
	const asked = seen.requests.length === 0 ? judgesWithoutRequest : judges;
	const judgements = asked.map(judge => judge(seen, drillCase)).filter(judgement => judgement !== null);
	return {level: worstLevel(judgements.map(({level}) => level)), judgements};
}
