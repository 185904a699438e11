import {
	end,
	message,
	messageStart,
	messageStop,
	ping,
	text,
	textBlock,
	toWire,
	wire,
} from '../sample-stream.js';
import type {RuleCase} from './rule-case.js';

export const nameCases: readonly RuleCase[] = [
	{
		rule: 'event-name-missing',
		broken: {
			events: message(wire(ping, {event: null})),
			findings: ['error event-name-missing @1'],
		},
		kept: {events: message(wire(ping)), findings: []},
	},
	{
		rule: 'event-name-missing',
		about: 'for each event without a name',
		broken: {
			events: message().map(event => ({...toWire(event), event: null})),
			findings: ['error event-name-missing @0', 'error event-name-missing @1', 'error event-name-missing @2'],
		},
		kept: {events: message(), findings: []},
	},
	{
		rule: 'event-name-mismatch',
		broken: {
			events: [messageStart(), ...textBlock(0), end[0] ?? ping, wire(messageStop, {event: 'message'})],
			findings: ['error event-name-mismatch @5'],
		},
		kept: {events: message(wire(ping)), findings: []},
	},
	...[{event: 'content_block_delta', data: '', dataless: true} as const, {event: 'hologram', data: ''}].map(
		(named): RuleCase => ({
			rule: 'data-missing',
			about: `for ${named.event}`,
			broken: {
				events: message(named),
				findings: ['error data-missing @1', ...(named.event === 'hologram' ? ['note unknown-event @1'] : [])],
			},
			kept: {events: message({event: null, data: ''}), findings: []},
		}),
	),
	{
		rule: 'data-missing',
		about: 'as a note for a ping, like one whose data says nothing',
		broken: {
			events: message({event: 'ping', data: ''}, {event: 'ping', data: '{}'}),
			findings: ['note data-missing @1', 'note required-field @2'],
		},
		kept: {events: message({event: 'ping', data: '{"type": "ping"}   '}), findings: []},
	},
	{
		rule: 'data-json',
		broken: {
			events: message({event: 'content_block_start', data: '{"type":"content_bl'}),
			findings: ['error data-json @1'],
		},
		kept: {
			events: message({event: 'ping', data: '{"type": "ping"}   '}),
			findings: [],
		},
	},
	{
		rule: 'data-json',
		about: 'where the JSON is no object',
		broken: {events: message({event: 'ping', data: '[]'}), findings: ['error data-json @1']},
		kept: {events: message({event: null, data: ''}), findings: []},
	},
	{
		rule: 'done-sentinel',
		broken: {
			events: [...message(), {event: 'data', data: '[DONE]'}],
			findings: ['error done-sentinel @3'],
		},
		kept: {
			events: message(...textBlock(0).with(1, text(0, '[DONE]'))),
			findings: [],
		},
	},
	{
		rule: 'unknown-event',
		about: 'once for each type, wherever it stands',
		broken: {
			events: [{type: 'vertex_event'}, ...message({type: 'vertex_event'}, {type: 'cost'})],
			findings: ['note unknown-event @0', 'note unknown-event @3'],
		},
		kept: {events: message(ping), findings: []},
	},
	{
		rule: 'unknown-event',
		about: 'where the data has no type',
		broken: {
			events: message({event: 'unknown', data: '{"answer":0}'}),
			findings: ['note unknown-event @1'],
		},
		kept: {
			events: message({event: 'ping', data: '{}'}),
			findings: ['note required-field @1'],
		},
	},
];
