import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {checkEvent} from '../../../source/messages/conformance/check-event.js';
import {checkStream} from '../../../source/messages/conformance/check-stream.js';
import {findingsOf, startConformance} from '../../../source/messages/conformance/conformance-state.js';
import {parseSse} from '../../../source/wire/parse-sse.js';
import {surprisingStream, toSseBody, validStream} from '../../helpers/valid-stream.js';

const response = {status: 200, contentType: 'text/event-stream; charset=utf-8'};

describe('a valid stream', () => {
	it('has no finding, whatever its content', () => {
		fc.assert(
			fc.property(validStream, stream => {
				const body = toSseBody(stream);
				assert.deepEqual(checkStream(parseSse(body), {body, response}), []);
			}),
			{numRuns: 500},
		);
	});

	it('has only notes where it is surprising', () => {
		fc.assert(
			fc.property(surprisingStream, stream => {
				const findings = checkStream(parseSse(toSseBody(stream)), {response});
				assert.deepEqual(
					findings.filter(({severity}) => severity !== 'note'),
					[],
				);
			}),
			{numRuns: 500},
		);
	});

	it('has no finding if the reader stops at any event', () => {
		fc.assert(
			fc.property(validStream, fc.nat(), (stream, number) => {
				const events = parseSse(toSseBody(stream)).slice(0, number % stream.length);
				assert.deepEqual(checkStream(events, {ending: 'aborted', response}), []);
			}),
		);
	});
});

describe('the check of any events', () => {
	const anyData = fc.oneof(
		fc.string(),
		fc.json(),
		fc
			.record(
				{
					type: fc.constantFrom(
						'message_start',
						'content_block_start',
						'content_block_delta',
						'message_delta',
					),
					index: fc.jsonValue(),
					message: fc.jsonValue(),
					content_block: fc.jsonValue(),
					delta: fc.jsonValue(),
					usage: fc.jsonValue(),
					error: fc.jsonValue(),
				},
				{requiredKeys: ['type']},
			)
			.map(payload => JSON.stringify(payload)),
	);
	const anyEvent = fc.record({
		event: fc.constantFrom(
			null,
			'message_start',
			'content_block_start',
			'message_stop',
			'error',
			'ping',
			'x',
		),
		data: anyData,
	});

	it('never throws, and counts what it finds', () => {
		fc.assert(
			fc.property(fc.array(anyEvent, {maxLength: 12}), events => {
				const state = events.reduce(checkEvent, startConformance());
				const {error, warning, note} = state.counts;
				assert.equal(findingsOf(state).length, error + warning + note);
			}),
			{numRuns: 500},
		);
	});

	it('does not change earlier states', () => {
		fc.assert(
			fc.property(fc.array(anyEvent, {maxLength: 8}), events => {
				const states = [startConformance()];
				for (const [position, event] of events.entries()) {
					states.push(checkEvent(Object.freeze(states[position] ?? startConformance()), event, position));
				}

				for (const [length, state] of states.entries()) {
					assert.deepEqual(state, events.slice(0, length).reduce(checkEvent, startConformance()));
				}
			}),
		);
	});
});
