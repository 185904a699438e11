import fc from 'fast-check';

/** The payload of one event, named by its type. */
export type StreamPayload = {readonly [key: string]: fc.JsonValue | undefined} & {readonly type: string};

/** A content block without an index: the content of its start, and its deltas. */
type Block = {
	readonly start: fc.JsonValue;
	readonly deltas: readonly fc.JsonValue[];
};

/** Anything that a model may write, except for what shows that characters were lost on the way. */
const words = fc
	.string({unit: 'grapheme', minLength: 1, maxLength: 12})
	.map(text => text.replaceAll(/[\u0080-\u00FF\uFFFD]/g, 'x'));
const count = fc.nat(5000);
const token = fc.string({unit: fc.constantFrom(...'0123456789abcdef'), minLength: 6, maxLength: 12});
const block = (start: fc.JsonValue, deltas: readonly fc.JsonValue[] = []): Block => ({start, deltas});

const input = fc
	.dictionary(words, fc.jsonValue({maxDepth: 2}), {maxKeys: 4})
	// Assigning to a key with this name creates no property, so the input would be lost.
	.filter(keys => !Object.hasOwn(keys, '__proto__'));

/** The JSON of an input in pieces, often after an empty one, as the API sends it. */
const pieces = fc
	.tuple(input, fc.array(fc.nat(), {maxLength: 4}), fc.boolean())
	.map(([value, cuts, hasEmpty]) => {
		const json = JSON.stringify(value);
		const places = [0, ...cuts.map(cut => cut % json.length).sort((a, b) => a - b), json.length];
		const parts = places.slice(1).map((place, index) => json.slice(places[index], place));
		return (hasEmpty ? ['', ...parts] : parts).map(partial_json => ({
			type: 'input_json_delta',
			partial_json,
		}));
	});

/** Adds the block's number to its id, so that no two calls share one. */
const tool = (type: string, prefix: string) =>
	fc.oneof(
		fc
			.tuple(token, words, pieces)
			.map(([id, name, deltas]) => block({type, id: `${prefix}${id}`, name, input: {}}, deltas)),
		fc
			.tuple(token, words, input)
			.map(([id, name, whole]) => block({type, id: `${prefix}${id}`, name, input: whole})),
	);

const text = fc
	.tuple(fc.array(words, {minLength: 1, maxLength: 6}), fc.boolean())
	.map(([parts, isCited]) =>
		block({type: 'text', text: ''}, [
			...(isCited ? [{type: 'citations_delta', citation: {type: 'page_location', cited_text: 'a'}}] : []),
			...parts.map(part => ({type: 'text_delta', text: part})),
		]),
	);
const thinking = fc
	.tuple(fc.array(words, {maxLength: 4}), token)
	.map(([parts, signature]) =>
		block({type: 'thinking', thinking: '', signature: ''}, [
			...parts.map(part => ({type: 'thinking_delta', thinking: part})),
			{type: 'signature_delta', signature},
		]),
	);
const whole = fc.constantFrom(
	block({type: 'redacted_thinking', data: 'EmwKAhgB'}),
	block({type: 'web_search_tool_result', tool_use_id: 'srvtoolu_1', content: []}),
	block({type: 'container_upload', file_id: 'file_1'}),
	block({type: 'fallback', from: {model: 'a'}, to: {model: 'b'}, trigger: {type: 'refusal'}}),
);
const compaction = words.map(content =>
	block({type: 'compaction', content: null}, [{type: 'compaction_delta', content}]),
);

const ordinaryBlock = fc.oneof(
	{weight: 4, arbitrary: text},
	{weight: 2, arbitrary: thinking},
	{weight: 3, arbitrary: tool('tool_use', 'toolu_')},
	{weight: 1, arbitrary: tool('server_tool_use', 'srvtoolu_')},
	{weight: 1, arbitrary: whole},
	{weight: 1, arbitrary: compaction},
);

/** Legal blocks that earn a note: empty, or of a type that does not exist yet. */
const surprisingBlock = fc.oneof(
	fc.constant(block({type: 'text', text: ''})),
	fc.constant(block({type: 'text', text: ''}, [{type: 'text_delta', text: ''}])),
	words.map(name => block({type: `new_${name}`, data: name}, [{type: `new_${name}_delta`, data: 1}])),
);

const stopReason = fc.constantFrom(
	'end_turn',
	'tool_use',
	'max_tokens',
	'stop_sequence',
	'pause_turn',
	'refusal',
);

const startsAs = (word: string) => (each: Block) => JSON.stringify(each.start).includes(word);

/** An answer has the stop reason `tool_use` only if it calls a tool, and comes to no other end of its own if it calls one of the client's. */
const fitting = (reason: string, content: readonly Block[]): string => {
	if (reason === 'tool_use' && !content.some(startsAs('_use"'))) {
		return 'end_turn';
	}

	const isOwnEnd = reason === 'end_turn' || reason === 'stop_sequence';
	return isOwnEnd && content.some(startsAs('"type":"tool_use"')) ? 'tool_use' : reason;
};

/** Whether anything of the answer can be read. An empty answer has at most three tokens. */
const isEmpty = (content: readonly Block[]): boolean =>
	content.every(
		each =>
			startsAs('"type":"text"')(each) && each.deltas.every(delta => startsAs('"text":""')(block(delta))),
	);

const numbered = (start: fc.JsonValue, index: number): fc.JsonValue =>
	start !== null && typeof start === 'object' && 'id' in start
		? {...start, id: `${start.id}${index}`}
		: start;

const spread = (content: readonly Block[]): readonly StreamPayload[] =>
	content.flatMap(({start, deltas}, index) => [
		{type: 'content_block_start', index, content_block: numbered(start, index)},
		...deltas.map(delta => ({type: 'content_block_delta', index, delta})),
		{type: 'content_block_stop', index},
	]);

const stream = (blocks: fc.Arbitrary<readonly Block[]>): fc.Arbitrary<readonly StreamPayload[]> =>
	fc
		.record({
			id: token,
			model: words,
			content: blocks,
			inputTokens: count,
			outputs: fc.tuple(count, count),
			stopReason,
		})
		.map(({id, model, content, inputTokens, outputs, stopReason: reason}) => {
			const [outputTokens, more] = isEmpty(content) ? [1, 1] : outputs;
			return [
				{
					type: 'message_start',
					message: {
						id: `msg_${id}`,
						type: 'message',
						role: 'assistant',
						model,
						content: [],
						stop_reason: null,
						stop_sequence: null,
						usage: {input_tokens: inputTokens, output_tokens: outputTokens},
					},
				},
				...spread(content),
				{
					type: 'message_delta',
					delta: {
						stop_reason: fitting(reason, content),
						stop_sequence: fitting(reason, content) === 'stop_sequence' ? 'END' : null,
					},
					usage: {output_tokens: outputTokens + more + 1},
				},
				{type: 'message_stop'},
			];
		});

/** Inserts further events after the first one, at positions given by the numbers. */
const mixedIn = (
	payloads: fc.Arbitrary<readonly StreamPayload[]>,
	guests: fc.Arbitrary<StreamPayload>,
): fc.Arbitrary<readonly StreamPayload[]> =>
	fc
		.tuple(payloads, fc.array(fc.tuple(fc.nat(), guests), {maxLength: 3}))
		.map(([own, added]) =>
			added.reduce<readonly StreamPayload[]>(
				(all, [place, guest]) => all.toSpliced(1 + (place % (all.length - 1)), 0, guest),
				own,
			),
		);

/** A complete, ordinary stream as the API sends it, with pings. It has no findings. */
export const validStream: fc.Arbitrary<readonly StreamPayload[]> = mixedIn(
	stream(fc.array(ordinaryBlock, {maxLength: 5})),
	fc.constant({type: 'ping'}),
);

/** A complete and legal stream with rare or future features. It has notes at most. */
export const surprisingStream: fc.Arbitrary<readonly StreamPayload[]> = mixedIn(
	stream(fc.array(fc.oneof(ordinaryBlock, surprisingBlock), {maxLength: 5})),
	fc.constantFrom<StreamPayload>(
		{type: 'ping', cost: '0'},
		{type: 'vertex_event'},
		{type: 'new_event', index: 99},
	),
);

/** The body of a stream, with the padding that the API adds before the last brace. */
export const toSseBody = (payloads: readonly StreamPayload[], padding = 3): string =>
	payloads
		.map((payload, index) => {
			const data = JSON.stringify(payload).replace(/\}$/, `${' '.repeat(index % (padding + 1))}}`);
			return `event: ${payload.type}\ndata: ${data}\n\n`;
		})
		.join('');
