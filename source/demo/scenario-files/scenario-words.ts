/** Where a word stands: once in a file, once in a reply, or as often as needed among the steps of a reply. */
type WordPlace = 'file' | 'reply' | 'step';

type ScenarioWord = {
	readonly name: string;
	readonly place: WordPlace;
	/** How it is written, for people. */
	readonly example: string;
	readonly summary: string;
};

/** Every word of a scenario file, in the order of the list. */
export const scenarioWords: readonly ScenarioWord[] = [
	{
		name: 'name',
		place: 'file',
		example: 'name: weather',
		summary: 'What requests call it. Without it, the name of the file.',
	},
	{
		name: 'about',
		place: 'file',
		example: 'about: Calls a tool, then answers.',
		summary: 'A sentence for the lists of scenarios.',
	},
	{
		name: 'expect',
		place: 'file',
		example: 'expect: text=partial end=failure requests=1-5 reason=overloaded|too many',
		summary:
			'What `drill` asks of a good client: see [drill.md](drill.md). Without it, a whole answer after one request.',
	},
	{
		name: 'when',
		place: 'reply',
		example: 'when: tool results',
		summary:
			'Begins a reply and says which requests get it: `try 1` or `try 2-3` (the same question again), `turn 2` (the second prompt), `prompt WORDS` (the last prompt has the words), `tool results`, `always`. The first reply that fits is sent. Without it, a file has one reply, which is always sent.',
	},
	{
		name: 'headers',
		place: 'reply',
		example: 'headers: 800ms',
		summary: 'The time until the headers come.',
	},
	{
		name: 'pace',
		place: 'reply',
		example: 'pace: 50ms',
		summary: 'The time before each delta, or `smooth`, `quick`, `bursty` or `buffered`.',
	},
	{
		name: 'deltas',
		place: 'reply',
		example: 'deltas: lines',
		summary:
			'The characters of each delta, or `lines`: each text, thinking or more is one delta. Without it, sizes as on the API.',
	},
	{
		name: 'stop',
		place: 'reply',
		example: 'stop: max_tokens',
		summary:
			'The stop reason; for `stop_sequence`, the sequence after it. Without it, `tool_use` after a tool call, else `end_turn`.',
	},
	{
		name: 'usage',
		place: 'reply',
		example: 'usage: input_tokens=40 output_tokens=9',
		summary: 'Counts in place of those that the server makes.',
	},
	{
		name: 'faults',
		place: 'reply',
		example: 'faults: drip=3, cut-after=12',
		summary: 'Faults, as in [faults.md](faults.md). Those of the request are added.',
	},
	{
		name: 'refuse',
		place: 'reply',
		example: 'refuse: 529 overloaded_error Overloaded',
		summary: 'An error in place of an answer: the status, then its type and message if others than usual.',
	},
	{
		name: 'retry-after',
		place: 'reply',
		example: 'retry-after: 2s',
		summary: 'The header of a refusal.',
	},
	{
		name: 'text',
		place: 'step',
		example: 'text: Hello',
		summary:
			'A text block. `{prompt}` stands for the last prompt, `{tool-results}` for the results that came, `{words}` for forty words such as heron01, by which `drill` sees what a client lost.',
	},
	{name: 'thinking', place: 'step', example: 'thinking: Let me see.', summary: 'A thinking block.'},
	{
		name: 'more',
		place: 'step',
		example: 'more: " and goodbye"',
		summary: 'More of the block before, after a wait or an event.',
	},
	{
		name: 'tool',
		place: 'step',
		example: 'tool: get_weather {"city": "Lisbon"}',
		summary: 'A tool call: the name of the tool and its input.',
	},
	{
		name: 'block',
		place: 'step',
		example: 'block: {"type": "hologram", "frames": 3}',
		summary: 'Any content block, sent whole.',
	},
	{
		name: 'event',
		place: 'step',
		example: 'event: {"type": "message_annotation"}',
		summary: 'Any event. Its type is its name, unless a name stands before it.',
	},
	{
		name: 'raw',
		place: 'step',
		example: 'raw: ": keep-alive\\n\\n"',
		summary: 'Characters that are sent as they are, such as an event with broken JSON.',
	},
	{
		name: 'ping',
		place: 'step',
		example: 'ping',
		summary: 'A ping. A reply without one has one near its beginning.',
	},
	{name: 'wait', place: 'step', example: 'wait: 2s', summary: 'Silence before the next event.'},
	{
		name: 'error',
		place: 'step',
		example: 'error: overloaded_error Overloaded',
		summary: 'An error event, which ends the stream: its type, then its message if another than usual.',
	},
];

export function findScenarioWord(name: string): ScenarioWord | null {
	return scenarioWords.find(word => word.name === name) ?? null;
}
