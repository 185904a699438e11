import {choices, type SlashCommand} from './slash-command.js';
import type {ExportRequest, SessionControl} from './slash-context.js';
import {refused, said} from './slash-reply.js';

/** Commands about the recorded session. */
export const sessionCommands: readonly SlashCommand[] = [
	{
		name: 'title',
		argument: '[text]',
		summary: 'the title of the session',
		present: ({session}) =>
			session.title() === null ? 'The session has no title.' : `The session’s title is: ${session.title()}`,
		run: (argument, {session}) =>
			session.setTitle(argument)
				? said(`The session’s title is: ${argument}`)
				: refused('Nothing is being recorded, so there is no session to name.'),
	},
	{
		name: 'sessions',
		argument: '[last]',
		summary: 'resume another session, chosen from a list, or the last one',
		choices: () => choices([{label: 'last', description: 'the newest besides this one'}], null),
		async run(argument, {session, conversation}) {
			if (conversation.isAnswering()) {
				return refused('Still answering. Esc stops it.');
			}

			if (argument === 'last') {
				const problem = await session.openLast();
				return problem === null ? said(null) : refused(problem);
			}

			if (argument !== '') {
				return refused('Usage: /sessions [last]');
			}

			session.choose();
			return said(null);
		},
	},
	{
		name: 'fork',
		argument: '[turn]',
		summary: 'continue from a turn in a new session',
		isChoice: true,
		choices: ({session}) =>
			choices(
				session.turns().map(({exchange, prompt}) => ({label: String(exchange), description: prompt})),
				null,
				'Nothing has been asked yet.',
			),
		async run(argument, {session, conversation}) {
			if (conversation.isAnswering()) {
				return refused('Still answering. Esc stops it.');
			}

			const turns = session.turns().map(({exchange}) => exchange);
			const turn = argument === '' ? turns.at(-1) : turns.find(exchange => String(exchange) === argument);
			if (turn === undefined) {
				return refused(
					turns.length === 0
						? 'Nothing has been asked yet.'
						: `There is no turn ${argument}. The turns are ${turns.at(0)} to ${turns.at(-1)}.`,
				);
			}

			await session.fork(turn);
			return said(null);
		},
	},
	{
		name: 'export',
		argument: '[format] [redact] [between] [file]',
		summary: 'write the session to a file: redacted, between bookmarks',
		choices: ({session}) =>
			choices(
				session.exportFormats.map(label => ({label, description: formatWords.get(label) ?? ''})),
				null,
			),
		run: (argument, {session}) => exportSession(argument, session),
	},
];

const formatWords: ReadonlyMap<string, string> = new Map(
	Object.entries({
		md: 'the conversation as Markdown; the default',
		html: 'one page with a player, for any browser',
		otlp: 'spans and histograms, for OpenTelemetry',
		json: 'the final messages',
		jsonl: 'the JSON of each event, one per line',
		sse: 'the streams as the server sent them',
		recording: 'the recording itself',
		cast: 'the player as a cast for asciinema',
	}),
);

async function exportSession(argument: string, session: SessionControl) {
	const request = readExport(argument, session.exportFormats);
	if (typeof request === 'string') {
		return refused(request);
	}

	if (session.turns().length === 0) {
		return refused('There is nothing to export yet.');
	}

	try {
		const {file, notes} = await session.export(request);
		return said([`Written: ${file}`, ...notes].join('\n'));
	} catch (error) {
		return refused(error instanceof Error ? error.message : String(error));
	}
}

/** Words that may stand before the file, each at most once, in any order. */
const exportWords: readonly string[] = ['redact', 'between'];

/** Reads `[format] [redact] [between] [file]`. Returns a message if something is wrong. A misspelt format is not taken for a file name. */
function readExport(argument: string, formats: readonly string[]): ExportRequest | string {
	const words = argument.split(/\s+/).filter(Boolean);
	const options: string[] = [];
	const isOption = (word: string) =>
		!options.includes(word) &&
		(exportWords.includes(word) || (formats.includes(word) && !options.some(one => formats.includes(one))));
	for (const word of words) {
		if (!isOption(word)) {
			break;
		}

		options.push(word);
	}

	const file = words.slice(options.length).join(' ');
	const format = options.find(word => formats.includes(word));
	if (format === undefined && file !== '' && !/[./\\]/.test(file)) {
		return `There is no format ${file}. Formats: ${formats.join(', ')}. For a file of that name, write ./${file}.`;
	}

	return {
		format: format ?? 'md',
		isRedacted: options.includes('redact'),
		isBetween: options.includes('between'),
		file: file === '' ? null : file,
	};
}
