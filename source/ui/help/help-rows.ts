import {filterFields, filterForms} from '../../analysis/filter/filter-fields.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import {findingSign, verdictSigns} from '../events/event-row.js';
import {scrubberSigns} from '../player/scrubber-lines.js';
import type {KeyBinding} from '../screen/keymap.js';
import type {Screen} from '../screen/screen.js';
import {slashCommands} from '../slash/slash-commands.js';
import {type Entry, findInHelp, type Section} from './find-in-help.js';

const headings = {
	everywhere: 'Everywhere',
	start: 'Start screen, over an empty prompt',
	panes: 'In every pane except the prompt',
	presenting: 'While events are presented (F2)',
	history: 'Conversation',
	events: 'Events',
	inspector: 'Inspector',
	exchanges: 'List of exchanges',
	picker: 'List of columns',
	views: 'List of views',
	diff: 'Two exchanges side by side',
	turns: 'List of turns',
	help: 'This help: type what you look for',
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

/**
 * The rows of the help: the key map, the prompt's keys, the slash commands, and what signs mean. Only what applies in the chat or in the
 * player is listed. It begins with the keys of the focused pane. With a search, only what it finds is shown, and no row if that is nothing.
 */
export function helpRows(screen: HelpFacts, width: number): readonly Row[] {
	return shownSections(screen).flatMap(({heading, entries}) => [
		[segment(`  ${heading}`, 'title')],
		...entries.flatMap(entry => entryRows(entry, width)),
		[],
	]);
}

/** How many entries the search finds. */
export function helpHits(screen: HelpFacts): number {
	return shownSections(screen).reduce((sum, {entries}) => sum + entries.length, 0);
}

export type HelpFacts = Pick<Screen, 'isReplay' | 'focus' | 'keymap' | 'helpSearch'>;

function shownSections(screen: HelpFacts): readonly Section[] {
	return findInHelp(sectionsOf(screen), screen.helpSearch);
}

function sectionsOf({keymap, isReplay, focus}: HelpFacts): readonly Section[] {
	const here = keymap.filter(binding => isHere(binding, isReplay));
	const prompt = keymap
		.filter(({context}) => context === 'prompt')
		.map(({keys, help}): Entry => [keys.slice(0, 2).join(' '), help]);
	const contexts = Object.entries(headings);
	const ordered = [
		...contexts.filter(([context]) => context === focus),
		...contexts.filter(([context]) => context !== focus),
	];
	const typing: readonly Section[] = isReplay ? [] : [{heading: 'Prompt', entries: prompt}];
	return [
		...(focus === 'prompt' ? typing : []),
		...ordered.map(([context, heading]) => ({
			heading,
			entries: here
				.filter(binding => binding.context === context && binding.keys.length > 0)
				.map(
					({keys, help, action}): Entry => [
						keys.join(' '),
						isReplay ? (replayWords.get(action) ?? help) : help,
					],
				),
		})),
		...(isReplay ? [] : [{heading: 'Commands to type into the prompt', entries: commands}]),
		...(focus === 'prompt' ? [] : typing),
		{heading: 'Filters: f, / and b in the log', entries: filterWords},
		{heading: 'Signs of the event log', entries: logSigns},
		{heading: 'Signs of the scrubber', entries: scrubberSigns},
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
	const lines = wrapText(words, Math.max(1, width - nameWidth - 6)).lines;
	return Array.from({length: Math.max(names.length, lines.length)}, (_, index) => [
		segment(`    ${(names[index]?.text ?? '').padEnd(nameWidth)} `, 'key'),
		segment(lines[index]?.text ?? ''),
	]);
}
