import {choices, type SlashCommand} from './slash-command.js';
import type {SessionControl} from './slash-context.js';
import {refused, said} from './slash-reply.js';

/** Commands about the session that is recorded. */
export const sessionCommands: readonly SlashCommand[] = [
	{
		name: 'title',
		argument: '[text]',
		summary: 'what the session is called',
		present: ({session}) =>
			session.title() === null ? 'The session has no title.' : `The session is called: ${session.title()}`,
		run: (argument, {session}) =>
			session.setTitle(argument)
				? said(`The session is called: ${argument}`)
				: refused('Nothing is recorded, so there is nothing to give a title to.'),
	},
	{
		name: 'sessions',
		argument: '',
		summary: 'go on with another session',
		run(_, {session, conversation}) {
			if (conversation.isAnswering()) {
				return refused('An answer is on its way: Esc stops it.');
			}

			session.choose();
			return said(null);
		},
	},
	{
		name: 'fork',
		argument: '[turn]',
		summary: 'go on from a turn in a new session',
		isChoice: true,
		choices: ({session}) =>
			choices(
				session.turns().map(({exchange, prompt}) => ({label: String(exchange), description: prompt})),
				null,
				'Nothing has been asked yet.',
			),
		async run(argument, {session, conversation}) {
			if (conversation.isAnswering()) {
				return refused('An answer is on its way: Esc stops it.');
			}

			const turns = session.turns().map(({exchange}) => exchange);
			const turn = argument === '' ? turns.at(-1) : turns.find(exchange => String(exchange) === argument);
			if (turn === undefined) {
				return refused(
					turns.length === 0
						? 'Nothing has been asked yet.'
						: `There is no turn ${argument}: there are ${turns.at(0)} to ${turns.at(-1)}.`,
				);
			}

			await session.fork(turn);
			return said(null);
		},
	},
	{
		name: 'export',
		argument: '[format] [redact] [file]',
		summary: 'write the session to a file; redact replaces texts by x',
		choices: ({session}) =>
			choices(
				session.exportFormats.map(label => ({label, description: formatWords[label] ?? ''})),
				null,
			),
		run: (argument, {session}) => exportSession(argument, session),
	},
];

const formatWords: Readonly<Record<string, string>> = {
	md: 'the conversation as Markdown; what is meant where nothing is said',
	html: 'one page with a player, for any browser',
	json: 'the final messages',
	jsonl: 'the JSON of each event, one a line',
	sse: 'the streams as servers write them',
	recording: 'the recording itself',
};

async function exportSession(argument: string, session: SessionControl) {
	const words = argument.split(/\s+/).filter(Boolean);
	const isFormat = session.exportFormats.includes(words[0] ?? '');
	const format = isFormat ? (words.shift() ?? '') : 'md';
	const isRedacted = words[0] === 'redact';
	const file = words.slice(isRedacted ? 1 : 0).join(' ');
	if (session.turns().length === 0) {
		return refused('There is nothing to export yet.');
	}

	try {
		const written = await session.export({format, isRedacted, file: file === '' ? null : file});
		return said(`Written: ${written}`);
	} catch (error) {
		return refused(`It could not be written: ${error instanceof Error ? error.message : String(error)}`);
	}
}
