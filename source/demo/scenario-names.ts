/** The scenarios of `--demo` in the order in which they are listed, with a sentence for each. */
export const demoScenarios = [
	{
		name: 'chat',
		summary:
			'Answers the prompts of a streaming lesson, and tells what is on the screen for any other prompt.',
	},
	{name: 'thinking', summary: 'Thinks first, in a block of its own with a signature, then answers.'},
	{
		name: 'hidden-thinking',
		summary: 'Thinks for a minute in which only pings and estimates of its tokens arrive, then answers.',
	},
	{name: 'tools', summary: 'Calls two tools in parallel, then answers from their results.'},
	{name: 'search', summary: 'Searches the web with a server tool and answers with citations.'},
	{name: 'pause', summary: 'Pauses before a web search is done; sent back, it goes on from there.'},
	{
		name: 'refusal',
		summary: 'Stops after a few words with the stop reason refusal, its category and an explanation.',
	},
	{name: 'fallback', summary: 'The model declines in mid-answer, and another one writes the rest.'},
	{name: 'compaction', summary: 'The server first puts a summary in the place of a long conversation.'},
	{name: 'cache', summary: 'Writes the prompt to the cache, and reads it from there in the next turn.'},
	{name: 'max-tokens', summary: 'Is cut off by the token limit in the middle of a sentence.'},
	{name: 'stop-sequence', summary: 'Ends at a stop sequence, which the answer itself does not contain.'},
	{
		name: 'unicode',
		summary:
			'CJK, emoji families, flags, combining marks and right-to-left text, with reads that end inside a character.',
	},
	{name: 'long', summary: '5,000 deltas in about a minute.'},
	{name: 'slow', summary: 'Three seconds until the first words, then bursts.'},
	{
		name: 'words',
		summary: 'Forty numbered words, one a delta: none can be lost or doubled without being noticed.',
	},
	{name: 'burst', summary: 'The whole answer in a few large reads, as behind a buffering proxy.'},
	{name: 'stall', summary: 'Ten seconds in mid-answer in which only pings arrive.'},
	{name: 'rate-limited', summary: 'A 429 with retry-after, then an answer.'},
	{name: 'overloaded', summary: 'A 529, then an error event in mid-stream; the next try succeeds.'},
	{name: 'cut-off', summary: 'The connection breaks inside an event.'},
	{name: 'malformed', summary: 'An unknown event, block and delta, then an event whose JSON is broken.'},
	{name: 'hostile', summary: 'Terminal escape sequences in the text, in the thinking and in tool input.'},
] as const satisfies ReadonlyArray<{readonly name: string; readonly summary: string}>;

export type DemoScenarioName = (typeof demoScenarios)[number]['name'];

export function isDemoScenarioName(name: string): name is DemoScenarioName {
	return demoScenarios.some(scenario => scenario.name === name);
}

export type ListedScenario = {readonly name: string; readonly summary: string};

/** The scenarios of files, then those of the program. A file takes the place of a scenario of the program that has its name. */
export function listScenarios(files: readonly ListedScenario[]): readonly ListedScenario[] {
	return [
		...files.map(({name, summary}) => ({name, summary})),
		...demoScenarios.filter(({name}) => !files.some(file => file.name === name)),
	];
}
