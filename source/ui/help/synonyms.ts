/** Words of other programs, and the words of the help in which their rows are found. */
const groups: ReadonlyArray<readonly [words: string, found: readonly string[]]> = [
	['rewind past before previously', ['one event back', 'move the playhead', 'earlier prompts']],
	['history', ['earlier prompts', 'previous prompt', 'list the turns', 'another session']],
	['save store persist remember', ['keep', 'write the session']],
	['download share record print', ['write the session']],
	['exit leave close bye', ['quit']],
	['cancel interrupt abort kill halt', ['stop the answer']],
	['options preferences configure setup', ['list the settings']],
	['color colors colours dark light', ['colour theme']],
	['rename name', ['title']],
	['load continue reopen restore', ['another session']],
	['delete remove', ['chosen from a list', 'a hyphen switches one off']],
	['image photo screenshot upload', ['picture']],
	['fullscreen bigger larger smaller resize maximise maximize', ['zoom this pane', 'event log: a third']],
	['jump goto', ['go to', 'move the playhead']],
	['cost costs price money dollars', ['the usage']],
	['branch', ['continue from a turn']],
	['clipboard', ['copy']],
	['scroll', ['one line up', 'one page up']],
	['regenerate redo repeat', ['last prompt again']],
	['reasoning', ['thinking']],
	['temperature', ['any field of the request']],
];

const found: ReadonlyMap<string, readonly string[]> = new Map(
	groups.flatMap(([words, phrases]) => words.split(' ').map(word => [word, phrases] as const)),
);

/** What is looked for besides a word of a search. */
export function synonymsOf(word: string): readonly string[] {
	return found.get(word) ?? [];
}
