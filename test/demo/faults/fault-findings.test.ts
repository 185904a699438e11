import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {inspectTrace} from '../../../source/analysis/inspect-trace.js';
import {createWireTap} from '../../../source/client/wire-tap.js';
import {faultRules} from '../../../source/demo/faults/fault-rules.js';
import {startDemoServer} from '../../../source/demo.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {ask} from '../demo-client.js';

/** Streams that never end, and where a client leaves them. */
const open: ReadonlyMap<string, (body: string) => boolean> = new Map([
	['stays-open', body => body.split('\n\n').length > 12],
	['never-closes', body => body.includes('event: message_stop\n')],
]);

/** What `inspect` says of a stream with a fault. */
async function inspectFault(faults: string) {
	await using demo = await startDemoServer({scenario: 'words', faults, seed: 7});
	const events: TraceEvent[] = [];
	const started = performance.now();
	const tapped = createWireTap({
		fetch,
		now: () => performance.now() - started,
		emit: event => events.push(event),
	});
	const leave = new AbortController();
	let body = '';
	try {
		const response = await tapped(`${demo.url}/v1/messages`, {
			method: 'POST',
			headers: {'x-api-key': 'demo', 'anthropic-version': '2023-06-01', 'content-type': 'application/json'},
			body: JSON.stringify({...ask('Hi'), stream: true}),
			signal: leave.signal,
		});
		const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
		for await (const bytes of response.body ?? []) {
			body += decoder.decode(bytes, {stream: true});
			if (open.get(faults)?.(body)) {
				leave.abort();
			}
		}
	} catch {}
	const [exchange] = inspectTrace(events, {body}).exchanges;
	assert.ok(exchange);
	return exchange;
}

/** The rules that a fault breaks. A fault that is not here breaks none: it refuses the request, takes its time, or does what a server may do. */
const expected: ReadonlyMap<string, readonly string[]> = new Map([
	['error-200', ['warning content-type', 'error empty-body']],
	['page-200', ['warning content-type', 'error empty-body']],
	['only-pings', ['error message-stop-missing']],
	['error-first', ['note error-event']],
	['error-after', ['note error-event']],
	['malformed', ['error data-json']],
	['unknown-event', ['note unknown-event']],
	['unknown-delta', ['note unknown-delta']],
	['unknown-block', ['note unknown-block', 'note unknown-delta']],
	['unknown-field', ['note unknown-field']],
	['unknown-stop', ['note unknown-stop-reason']],
	['no-message-start', ['error message-start-first']],
	['no-message-delta', ['error message-delta-missing']],
	['no-message-stop', ['error message-stop-missing']],
	['no-block-stop', ['error block-not-closed']],
	['usage-steps', ['warning message-delta-once']],
	['usage-falls', ['warning usage-falls']],
	['no-names', ['error event-name-missing']],
	['comments', ['note sse-extras']],
	['crlf', ['note line-ends']],
	['no-space', ['note space-after-colon']],
	['bom', ['note byte-order-mark']],
	['no-last-blank-line', ['error final-blank-line']],
	['one-read', ['warning one-read']],
	['cut-after', ['error message-stop-missing']],
	['cut-inside', ['error cut-off']],
	['cut-character', ['error cut-off']],
	['ends-after', ['error message-stop-missing']],
	['reset', ['error message-stop-missing']],
	['wrong-type', ['warning content-type']],
	['empty', ['error empty-body']],
]);

describe('inspect', () => {
	// The one that is never answered has nothing to inspect.
	for (const name of [...faultRules.keys()].filter(fault => fault !== 'no-headers')) {
		const rules = expected.get(name) ?? [];
		const words = rules.length === 0 ? 'finds nothing wrong in' : `says ${rules.join(' and ')} of`;
		test(`${words} a stream with the fault ${name}`, async () => {
			const {findings} = await inspectFault(name);
			assert.deepEqual([...new Set(findings.map(({rule, severity}) => `${severity} ${rule}`))], rules);
		});
	}

	test('names each of the faults that are joined', async () => {
		const {findings} = await inspectFault('unknown-event, crlf, comments, usage-falls, cut-inside=80');
		assert.deepEqual([...new Set(findings.map(({rule}) => rule))].sort(), [
			'cut-off',
			'line-ends',
			'sse-extras',
			'unknown-event',
		]);
	});
});
