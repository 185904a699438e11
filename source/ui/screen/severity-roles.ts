import type {Severity} from '../../messages/conformance/finding.js';

/** The style of a finding; its severity is also named wherever there is room. */
export const severityRoles: Readonly<Record<Severity, string>> = {
	error: 'badTitle',
	warning: 'warning',
	note: 'accent',
};
