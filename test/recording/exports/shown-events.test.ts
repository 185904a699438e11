import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {shownEvents} from '../../../source/recording/exports/shown-events.js';
import {sanitize} from '../../../source/text/sanitize.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';

const sse = (data: string): TraceEvent => ({
	type: 'sse',
	at: 0,
	exchange: 1,
	attempt: 1,
	chunk: 1,
	event: 'content_block_delta',
	data,
});

const delta = (text: string, index = 0) =>
	sse(JSON.stringify({type: 'content_block_delta', index, delta: {type: 'text_delta', text}}));

const textsOf = (events: readonly TraceEvent[]): readonly string[] =>
	[...shownEvents(events)].map(event => (event.type === 'sse' ? JSON.parse(event.data).delta.text : ''));

test('what reorders or hides text is made visible wherever it stands, and nothing else is touched', () => {
	const events: readonly TraceEvent[] = [
		{
			type: 'request',
			at: 0,
			exchange: 1,
			attempt: 1,
			method: 'P',
			url: '',
			body: {'a\u202Eb': ['\u0007', 'é👩‍👩‍👧']},
		},
		sse('{"type": "ping",  "n": 1.0, "text": "a\\tb\\nc"}'),
		sse('{"type":"x","text":"\\u202e"}'),
		sse('no JSON \u202E'),
		{...sse('{}'), event: '\u200B', comment: '\u2028'} as TraceEvent,
	];
	assert.deepEqual(
		[...shownEvents(events)],
		[
			{...events[0], body: {'a⟨U+202E⟩b': ['␇', 'é👩‍👩‍👧']}},
			events[1],
			sse('{"type":"x","text":"⟨U+202E⟩"}'),
			sse('no JSON ⟨U+202E⟩'),
			{...sse('{}'), event: '⟨U+200B⟩', comment: '⟨U+2028⟩'},
		],
	);
});

test('accents and emoji that two pieces of a block share stay whole, whatever comes between', () => {
	const shared = ['👩', '\u200D👧', ' e', '\u0301', ' a\u202E', 'b\u0301\t\u0301'];
	const events = shared.flatMap(text => [delta(text), sse('{"type":"ping"}'), delta('\u0301', 1)]);
	const shown = textsOf(events.filter((_, index) => index % 3 === 0));
	assert.deepEqual(
		[...shownEvents(events)].filter((_, index) => index % 3 === 0),
		shown.map(text => delta(text)),
	);
	assert.deepEqual(shown, ['👩', '\u200D👧', ' e', '\u0301', ' a⟨U+202E⟩', 'b\u0301\t◌\u0301']);
});

test('the pieces together are the whole text as a terminal shows it', () => {
	const character = fc.constantFrom(
		'a',
		' ',
		'\n',
		'é',
		'\u0301',
		'\u202E',
		'\u0007',
		'👩',
		'\u200D',
		'\u200B',
		'ب',
	);
	fc.assert(
		fc.property(
			fc.array(fc.string({unit: character, minLength: 1, maxLength: 6}), {maxLength: 8}),
			pieces => {
				assert.equal(textsOf(pieces.map(text => delta(text))).join(''), sanitize(pieces.join('')));
			},
		),
	);
});
