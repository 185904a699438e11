import {
	blockStart,
	blockStop,
	end,
	errorEvent,
	message,
	messageDelta,
	messageStart,
	messageStop,
	ping,
	text,
	textBlock,
} from '../sample-stream.js';
import type {RuleCase} from './rule-case.js';

const call = {type: 'tool_use', id: 'toolu_01', name: 'roll', input: {player: 1}};
const whole = messageStart({content: [call], stop_reason: 'tool_use'});

export const orderCases: readonly RuleCase[] = [
	{
		rule: 'message-start-first',
		broken: {events: [...textBlock(0), ...end], findings: ['error message-start-first @0']},
		kept: {events: [ping, ...message(...textBlock(0))], findings: []},
	},
	{
		rule: 'message-start-first',
		about: 'where none comes at all',
		broken: {events: [ping, ping], findings: ['error message-start-first @1']},
		kept: {events: [errorEvent], findings: ['note error-event @0']},
	},
	{
		rule: 'message-start-once',
		broken: {
			events: [messageStart(), ...message(...textBlock(0))],
			findings: ['error message-start-once @1'],
		},
		kept: {
			events: [blockStart(0), messageStart(), text(0, 'Cats'), blockStop(0), ...end],
			findings: ['error message-start-first @0'],
		},
	},
	{
		rule: 'whole-message-start',
		about: 'as programmatic tool calling sends it',
		broken: {events: [whole, messageStop], findings: ['note whole-message-start @0']},
		kept: {events: message(), findings: []},
	},
	{
		rule: 'content-after-message-delta',
		about: 'and says it once',
		broken: {
			events: [messageStart(), ...textBlock(0), messageDelta(), ...textBlock(1), messageStop],
			findings: ['error content-after-message-delta @5'],
		},
		kept: {events: [messageStart(), ...textBlock(0), messageDelta(), ping, messageStop], findings: []},
	},
	{
		rule: 'message-delta-missing',
		broken: {
			events: [messageStart(), ...textBlock(0), messageStop],
			findings: ['error message-delta-missing @4'],
		},
		kept: {events: [whole, messageStop], findings: ['note whole-message-start @0']},
	},
	{
		rule: 'message-delta-once',
		broken: {
			events: [messageStart(), ...textBlock(0), messageDelta(), ...end],
			findings: ['warning message-delta-once @5'],
		},
		kept: {events: message(...textBlock(0)), findings: []},
	},
	{
		rule: 'message-delta-once',
		about: 'as a note where the stop reason comes last',
		broken: {
			events: [messageStart(), ...textBlock(0), messageDelta(null), messageDelta(null), ...end],
			findings: ['note message-delta-once @5', 'note message-delta-once @6'],
		},
		kept: {events: message(...textBlock(0)), findings: []},
	},
	{
		rule: 'message-delta-once',
		about: 'as a warning where a null takes the stop reason back',
		broken: {
			events: [messageStart(), ...textBlock(0), messageDelta(), messageDelta(null), messageStop],
			findings: ['warning message-delta-once @5', 'error stop-reason-missing @6'],
		},
		kept: {events: message(...textBlock(0)), findings: []},
	},
	{
		rule: 'message-stop-missing',
		broken: {
			events: [messageStart(), ...textBlock(0), messageDelta()],
			findings: ['error message-stop-missing @4'],
		},
		kept: {events: [messageStart(), blockStart(0)], facts: {ending: 'aborted'}, findings: []},
	},
	{
		rule: 'message-stop-missing',
		about: 'where the connection broke',
		broken: {
			events: [messageStart(), blockStart(0)],
			facts: {ending: 'error'},
			findings: ['error message-stop-missing @1'],
		},
		kept: {events: message(...textBlock(0)), facts: {ending: 'error'}, findings: []},
	},
	{
		rule: 'event-after-message-stop',
		about: 'and says it once',
		broken: {
			events: [...message(), messageDelta(), messageStop],
			findings: ['error event-after-message-stop @3'],
		},
		kept: {events: [...message(), ping], findings: ['note event-after-message-stop @3']},
	},
	{
		rule: 'event-after-message-stop',
		about: 'as a warning for an event that clients ignore',
		broken: {
			events: [...message(), {type: 'cost'}, {type: 'bill'}],
			findings: ['note unknown-event @3', 'warning event-after-message-stop @3', 'note unknown-event @4'],
		},
		kept: {events: message({type: 'cost'}), findings: ['note unknown-event @1']},
	},
	{
		rule: 'event-after-error',
		about: 'as a warning for an event that clients ignore',
		broken: {
			events: [errorEvent, {type: 'cost'}],
			findings: ['note error-event @0', 'note unknown-event @1', 'warning event-after-error @1'],
		},
		kept: {events: [errorEvent], findings: ['note error-event @0']},
	},
	{
		rule: 'event-after-error',
		broken: {
			events: [messageStart(), errorEvent, messageStop],
			findings: ['note error-event @1', 'error event-after-error @2'],
		},
		kept: {events: [messageStart(), blockStart(0), errorEvent], findings: ['note error-event @2']},
	},
	{
		rule: 'error-event',
		broken: {events: [messageStart(), errorEvent], findings: ['note error-event @1']},
		kept: {events: message(), findings: []},
	},
	{
		rule: 'stop-reason-missing',
		broken: {
			events: [messageStart(), messageDelta(null), messageStop],
			findings: ['error stop-reason-missing @2'],
		},
		kept: {events: [messageStart(), messageDelta('pause_turn'), messageStop], findings: []},
	},
	{
		rule: 'unknown-stop-reason',
		broken: {
			events: [messageStart(), messageDelta('length'), messageStop],
			findings: ['note unknown-stop-reason @1'],
		},
		kept: {
			events: [messageStart(), messageDelta('model_context_window_exceeded'), messageStop],
			findings: [],
		},
	},
];
