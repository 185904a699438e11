/** What can be done on the start screen, in its order. */
export const startChoices = [
	{
		name: 'words',
		title: 'Three words',
		short: 'Three words',
		summary: 'a tiny answer, event by event',
	},
	{
		name: 'thinking',
		title: 'Watch it think',
		short: 'Watch it think',
		summary: 'its thoughts come first',
	},
	{
		name: 'break',
		title: 'Break the connection',
		short: 'Break it',
		summary: 'the demo stops inside an event',
	},
	{
		name: 'last',
		title: 'Open the last session',
		short: 'Last session',
		summary: 'where you left off',
	},
] as const;

export type StartChoice = (typeof startChoices)[number]['name'];

const question = 'Write me a 3 word sentence, without a preamble.';
const puzzle = 'How often do the hands of a clock meet in twelve hours?';

/**
 * The lines that do what was chosen, as if they had been typed into the prompt one after the other. `scenario` is what the demo plays, `null`
 * while messages go to the live API.
 */
export function startLines(choice: StartChoice, scenario: string | null): readonly string[] {
	switch (choice) {
		case 'words': {
			return scenario === null || scenario === 'chat' ? [question] : ['/demo chat', question];
		}

		case 'thinking': {
			return [scenario === null ? '/thinking adaptive' : '/demo thinking', puzzle];
		}

		case 'break': {
			return ['/demo cut-off', question];
		}

		case 'last': {
			return ['/sessions last'];
		}
	}
}
