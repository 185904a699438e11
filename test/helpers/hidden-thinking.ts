import {
	blockDelta,
	blockStart,
	blockStop,
	messageDelta,
	messageStart,
	messageStop,
	ping,
	type SampleEvent,
	text,
} from '../messages/conformance/sample-stream.js';

const estimate = blockDelta(0, {type: 'thinking_delta', thinking: '', estimated_tokens: 128});

/** Thinking of which only the estimates and the signature come. */
export const hiddenThinking: readonly SampleEvent[] = [
	messageStart(),
	blockStart(0, {type: 'thinking', thinking: '', signature: ''}),
	ping,
	estimate,
	estimate,
];

/** Then an answer of four characters in a hundred deltas, and the usage that says 3,000 of 3,120 tokens were thinking. */
export const hiddenThinkingAnswer: readonly SampleEvent[] = [
	...hiddenThinking,
	blockDelta(0, {type: 'signature_delta', signature: 'Abc='}),
	blockStop(0),
	blockStart(1),
	...Array.from({length: 101}, () => text(1, 'word')),
	blockStop(1),
	messageDelta('end_turn', {
		usage: {output_tokens: 3120, output_tokens_details: {thinking_tokens: 3000}},
	}),
	messageStop,
];
