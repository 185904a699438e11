import type {Severity} from '../../messages/conformance/finding.js';

/** The style of a finding. Its severity is also named if there is room. */
export const severityRoles: Readonly<Record<Severity, string>> = {
	error: 'badTitle',
	warning: 'warning',
	note: 'accent',
};
