import type {DrillCase} from '../drill-case.js';
import {drillCase, failed, overloaded, retried} from './expectations.js';

/** Answers in place of a message. */
export const refusals: readonly DrillCase[] = [
	drillCase('rate-limited', '429', retried(1000), 'Waits as long as retry-after says, and asks again.'),
	drillCase(
		'rate-limited-twice',
		'429=2',
		retried(1000),
		'Asks a third time, for a limit may last longer than one wait.',
	),
	drillCase('overloaded', '529', retried(), 'Asks again: an overloaded server often answers a moment later.'),
	drillCase('server-error', '500', retried(), 'Asks again, since the API calls such errors temporary.'),
	drillCase('gateway-page', '502-page', retried(), 'Asks again, though a gateway answered in HTML.'),
	drillCase(
		'always-rate-limited',
		'429=1000',
		{...failed(/rate|limit|429|too many/i, [2, 8]), mayWait: true},
		'Gives up after a few tries and passes on what the server said.',
	),
	drillCase(
		'always-overloaded',
		'529=1000',
		{...failed(overloaded, [2, 8]), mayWait: true},
		'Gives up after a few tries and passes on what the server said.',
	),
	drillCase(
		'always-gateway-page',
		'502-page=1000',
		{...failed(/502|bad gateway/i, [2, 8]), mayWait: true},
		'Says which status came, when the body is no JSON.',
	),
	drillCase(
		'bad-request',
		'400',
		failed(/at least one message|invalid_request|400/i),
		'Does not ask again: the same request fails again. Says what is wrong with it.',
	),
	drillCase(
		'wrong-key',
		'401',
		failed(/x-api-key|authentication|401|unauthori/i),
		'Says that the key is wrong, and does not try it again.',
	),
	drillCase(
		'no-permission',
		'403',
		failed(/permission|403|forbidden/i),
		'Says what is not permitted, and does not ask again.',
	),
	drillCase(
		'unknown-model',
		'404',
		failed(/not.?found|404|model/i),
		'Says that the model does not exist, and does not ask again.',
	),
	drillCase(
		'too-large',
		'413',
		failed(/too.?large|413|maximum size/i),
		'Says that the request is too large, and does not send it again.',
	),
	drillCase(
		'error-with-status-200',
		'error-200',
		failed(/upstream|api_error|error|not available/i, [1, 5]),
		'Reads the error in a body that came with status 200.',
	),
	drillCase(
		'page-with-status-200',
		'page-200',
		failed(/html|sign in|content|json|unexpected|stream|event|no message|empty/i, [1, 5]),
		'Notices that a page came in place of a stream, as from a proxy with a login.',
	),
	drillCase(
		'empty-body',
		'empty',
		failed(/empty|no (?:message|content|event|answer|data|response)|without|stream|ended|chunk/i, [1, 5]),
		'Notices that nothing came, though the status was 200.',
	),
];
