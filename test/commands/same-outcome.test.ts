import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {Readable} from 'node:stream';
import {test} from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import {startExchange} from '../../source/client/message-exchange.js';
import {reportFile} from '../../source/commands/inspect/file-report.js';
import {settleEnds} from '../../source/commands/settle-ends.js';
import {knownPrices} from '../../source/messages/prices.js';
import {stopOf} from '../../source/messages/stop-reasons.js';
import {openTraceSource} from '../../source/recording/open-trace-source.js';
import {foldTrace} from '../../source/trace/fold-trace.js';
import {itemsOf, lastItem} from '../../source/trace/persistent-list.js';
import {Trace} from '../../source/trace/trace.js';
import {captures} from '../helpers/captures.js';
import {caseNames, casePath} from '../helpers/stream-cases.js';

type Outcome = {readonly outcome: string; readonly stopReason: string | null};

const files = [
	// What another API streams has no outcome: it is named, and not judged.
	...captures.filter(({kind}) => kind !== 'other-protocol').map(({name, path}) => ({name, path})),
	...caseNames.map(name => ({name, path: casePath(name)})),
];

const inspected = async (bytes: Uint8Array): Promise<readonly Outcome[]> => {
	const settings = {isStrict: false, prices: knownPrices};
	const source = {open: () => Readable.from([bytes]), canReopen: true};
	const {exchanges} = await reportFile('a file', source, settings);
	return exchanges.map(({outcome, stopReason}) => ({outcome, stopReason}));
};

const outcomesIn = (trace: Trace): readonly Outcome[] =>
	[...itemsOf(trace.view.exchanges)].map(({end, message}) => ({
		outcome: end?.outcome ?? 'open',
		stopReason: stopOf(message?.fields)?.name ?? null,
	}));

/** The exchange as `ask` and the chat would record it if a server sent this body. */
const asked = async (body: Uint8Array): Promise<readonly Outcome[]> => {
	const trace = new Trace();
	const exchange = startExchange({
		client: new Anthropic({
			apiKey: 'k',
			authToken: null,
			baseURL: 'http://a.test',
			maxRetries: 0,
			logLevel: 'off',
		}),
		fetch: async () =>
			new Response(new Blob([Uint8Array.from(body)]).stream(), {
				headers: {'content-type': 'text/event-stream'},
			}),
		trace,
		lane: null,
		now: () => 0,
		params: {model: 'claude-haiku-5-5', max_tokens: 100, messages: []},
		surface: 'beta',
	});
	try {
		for await (const _ of exchange) {
			// The trace gets the events.
		}

		await exchange.finalMessage();
	} catch (error) {
		exchange.fail(error);
	}

	return outcomesIn(trace);
};

for (const {name, path} of files) {
	test(`${name} has one outcome in inspect, in the player and, if it is a stream, in ask`, async () => {
		const bytes = readFileSync(path);
		const report = await inspected(bytes);
		const source = await openTraceSource([bytes]);
		assert.deepEqual(outcomesIn(new Trace(await settleEnds(source))), report);
		// Another API's stream is not inspected, and fails in the SDK.
		if (source.format === 'sse' && source.refusal === null) {
			assert.deepEqual(await asked(bytes), report);
		}
	});
}

test('a stream at which the SDK throws has failed in inspect too, though it ends with message_stop', async () => {
	const bytes = readFileSync(casePath('malformed-in-the-middle.sse'));
	const {events} = await openTraceSource([bytes]);
	assert.equal(lastItem(foldTrace(events).exchanges)?.end?.outcome, 'complete');
	assert.equal((await inspected(bytes))[0]?.outcome, 'failed');
});
