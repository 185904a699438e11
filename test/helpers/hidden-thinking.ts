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

/** Thinking of which only the estimates and the signature arrive. */
export const hiddenThinking: readonly SampleEvent[] = [
	messageStart(),
	blockStart(0, {type: 'thinking', thinking: '', signature: ''}),
	ping,
	estimate,
	estimate,
];

/** An answer of four characters in a hundred deltas, and usage that counts 3,000 of 3,120 tokens as thinking. */
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
