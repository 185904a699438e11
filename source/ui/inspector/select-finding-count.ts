import {worst} from '../../analysis/trace-findings.js';
import {selectFindings} from '../events/select-findings.js';
import {selectSelectedExchange} from '../events/select-log.js';
import type {Screen} from '../screen/screen.js';
import {severityRoles} from '../screen/severity-roles.js';
import type {FindingCount} from './tab-rows.js';

/** The number of findings about the exchange that is shown; `null` while there are none. */
export function selectFindingCount(screen: Screen): FindingCount | null {
	const exchange = selectSelectedExchange(screen);
	const findings = exchange === null ? [] : selectFindings(screen).of(exchange);
	const severity = worst(findings);
	return severity === null ? null : {count: findings.length, role: severityRoles[severity]};
}
