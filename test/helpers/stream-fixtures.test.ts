import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {parseSse} from '../../source/wire/parse-sse.js';
import {streamFixtures} from './stream-fixtures.js';

const resources = ['messages/messages', 'beta/messages/messages'].map(file =>
	readFileSync(
		new URL(`../../node_modules/@anthropic-ai/sdk/resources/${file}.d.ts`, import.meta.url),
		'utf8',
	),
);

/** The members of a union in the SDK's types: names of types, or quoted words. */
function membersOf(types: string, union: string): readonly string[] {
	const [, members] = types.match(new RegExp(`^export type ${union} = ([^;]*);`, 'm')) ?? [];
	assert.ok(members, `the SDK has no type ${union}`);
	return members.split('|').map(member => member.trim());
}

/** What the field `type` says in each member of a union of object types. */
function typesIn(types: string, union: string): readonly string[] {
	return membersOf(types, union).map(member => {
		const [, body = ''] =
			types.match(new RegExp(`^export interface ${member} \\{([\\s\\S]*?)^\\}`, 'm')) ?? [];
		const [, type] = body.match(/^ {4}type: '(\w+)';/m) ?? [];
		assert.ok(type, `${member} of ${union} has no type`);
		return type;
	});
}

const wire = streamFixtures.map(({body}) => body).join('\n');
const holds = (type: string) => new RegExp(`"type": ?"${type}"`).test(wire);

describe('the stream fixtures', () => {
	for (const [part, stable, beta] of [
		['content block', 'ContentBlock', 'BetaContentBlock'],
		['delta', 'RawContentBlockDelta', 'BetaRawContentBlockDelta'],
		['citation', 'TextCitation', 'BetaTextCitation'],
		['stream event', 'RawMessageStreamEvent', 'BetaRawMessageStreamEvent'],
	] as const) {
		it(`hold every ${part} of the SDK's types`, () => {
			const known = [stable, beta].flatMap((union, index) => typesIn(resources[index] ?? '', union));
			assert.deepEqual(
				known.filter(type => !holds(type)),
				[],
			);
		});
	}

	it('hold the results of every kind of server tool', () => {
		const known = [...(resources[1] ?? '').matchAll(/^ {4}type: '(\w+_(?:result|result_error))';/gm)].map(
			([, type]) => type ?? '',
		);
		assert.ok(known.length > 10);
		assert.deepEqual(
			known.filter(type => !holds(type) && !['tool_result', 'search_result'].includes(type)),
			[],
		);
	});

	it('end with every stop reason of the SDK’s types', () => {
		const reasons = ['StopReason', 'BetaStopReason'].flatMap((union, index) =>
			membersOf(resources[index] ?? '', union).map(reason => reason.slice(1, -1)),
		);
		assert.deepEqual(
			reasons.filter(reason => !wire.includes(`"stop_reason":"${reason}"`)),
			[],
		);
	});

	it('are all in the index, which explains their names', () => {
		const files = readdirSync(new URL('../fixtures/streams/', import.meta.url)).filter(file =>
			file.endsWith('.sse'),
		);
		assert.deepEqual(streamFixtures.map(({name}) => name).toSorted(), files.toSorted());
	});

	it('look like those of the API if they are valid: one padded data line per event, and a ping', () => {
		for (const {name, body} of streamFixtures.filter(({kind}) => kind === 'valid')) {
			assert.match(body, /^(event: \w+\ndata: .*\n\n)+$/, name);
			assert.match(body, /[^ ] {1,15}\}\n/, name);
			assert.ok(
				parseSse(body).some(({event, data}) => event === 'ping' && data === '{"type": "ping"}'),
				name,
			);
		}
	});
});
