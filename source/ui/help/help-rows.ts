import {filterFields, filterForms} from '../../analysis/filter/filter-fields.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import {findingSign, verdictSigns} from '../events/event-row.js';
import {scrubberSigns} from '../player/scrubber-lines.js';
import type {KeyBinding, KeyMap} from '../screen/keymap.js';
import type {Screen} from '../screen/screen.js';
import {slashCommands} from '../slash/slash-commands.js';

const headings = {
	everywhere: 'Everywhere',
	start: 'Start screen, over an empty prompt',
	panes: 'In every pane except the prompt',
	history: 'Conversation',
	events: 'Events',
	inspector: 'Inspector',
	exchanges: 'List of exchanges',
	turns: 'List of turns',
} as const;

/** Help texts of keys that do less in the player than in the chat. */
const replayWords: ReadonlyMap<string, string> = new Map(
	Object.entries({
		escape: 'close what is open; stop presenting',
		interruptOrLeave: 'press twice to quit',
		playPause: 'pause and play',
		goLive: 'move the playhead to the end',
	}),
);

/** A name and its meaning. */
type Entry = readonly [name: string, words: string];

/**
 * The rows of the help: the key map, the prompt's keys, the slash commands, and what signs mean. Only what applies in the chat or in the
 * player is listed. It begins with the keys of the focused pane.
 */
export function helpRows(
	keymap: KeyMap,
	{isReplay, focus}: Pick<Screen, 'isReplay' | 'focus'>,
	width: number,
): readonly Row[] {
	const section = (heading: string, entries: readonly Entry[]): readonly Row[] => [
		[segment(heading, 'title')],
		...entries.flatMap(entry => entryRows(entry, width)),
		[],
	];
	const here = keymap.filter(binding => isHere(binding, isReplay));
	const prompt = keymap
		.filter(({context}) => context === 'prompt')
		.map(({keys, help}): Entry => [keys.slice(0, 2).join(' '), help]);
	const contexts = Object.entries(headings);
	const ordered = [
		...contexts.filter(([context]) => context === focus),
		...contexts.filter(([context]) => context !== focus),
	];
	const typing = isReplay ? [] : section('Prompt', prompt);
	return [
		...(focus === 'prompt' ? typing : []),
		...ordered.flatMap(([context, heading]) =>
			section(
				heading,
				here
					.filter(binding => binding.context === context && binding.keys.length > 0)
					.map(({keys, help, action}) => [
						keys.join(' '),
						isReplay ? (replayWords.get(action) ?? help) : help,
					]),
			),
		),
		...(isReplay ? [] : section('Commands to type into the prompt', commands)),
		...(focus === 'prompt' ? [] : typing),
		...section('Filters: f, / and b in the log', filterWords),
		...section('Signs of the event log', logSigns),
		...section('Signs of the scrubber', scrubberSigns),
	];
}

function isHere(binding: KeyBinding, isReplay: boolean): boolean {
	return (
		binding.context === 'prompt' || binding.only === undefined || (binding.only === 'replay') === isReplay
	);
}

const commands = slashCommands.map(
	({name, argument, summary}): Entry => [argument === '' ? `/${name}` : `/${name} ${argument}`, summary],
);

const filterWords: readonly Entry[] = [
	...filterForms.map(({example, summary}): Entry => [example, summary]),
	...filterFields.map(({example, summary}): Entry => [example, `events ${summary}`]),
];

const logSigns: readonly Entry[] = [
	...Object.entries(verdictSigns)
		.filter(([verdict]) => verdict !== 'none')
		.map(([verdict, sign]): Entry => [sign, `the SDK’s verdict: ${verdict}`]),
	[findingSign, 'there is a finding about it: see the Findings tab'],
];

/** The longest names of keys. */
const widestName = 21;

/** Name and words in two columns, both wrapped. */
function entryRows([name, words]: Entry, width: number): readonly Row[] {
	const nameWidth = Math.min(widestName, Math.floor(width * 0.4));
	const names = wrapText(name, nameWidth).lines;
	const lines = wrapText(words, Math.max(1, width - nameWidth - 3)).lines;
	return Array.from({length: Math.max(names.length, lines.length)}, (_, index) => [
		segment(`  ${(names[index]?.text ?? '').padEnd(nameWidth)} `, 'key'),
		segment(lines[index]?.text ?? ''),
	]);
}
