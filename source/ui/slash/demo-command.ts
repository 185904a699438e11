import {type Choices, choices, type SlashCommand} from './slash-command.js';
import type {DemoControl, DemoSpeed, SlashContext} from './slash-context.js';
import {refused, type SlashReply, said} from './slash-reply.js';

const slowest = 0.25;
const fastest = 10;

const speedItems = [
	{label: '0.25', description: 'a quarter of normal speed'},
	{label: '1', description: 'as fast as a real answer'},
	{label: '4', description: 'four times normal speed'},
	{label: 'max', description: 'without waiting'},
];

/** Chooses what the embedded demo plays and how fast, and switches between it and the live API. */
export const demoCommand: SlashCommand = {
	name: 'demo',
	argument: '[scenario] [speed] | list | live',
	summary: 'choose what the embedded demo plays, or the live API',
	isChoice: true,
	present: ({demo}) => presentWords(demo),
	choices: ({demo}, argument) => demoChoices(demo, argument),
	run(argument, context) {
		const {demo} = context;
		const words = argument.split(/\s+/);
		if (argument === 'live') {
			return goLive(context);
		}

		if (argument === 'list') {
			// The menu scrolls, and a reply is cut.
			return said(null, '/demo ');
		}

		const [first = '', second] = words;
		const scenario = demo.scenarios.find(({name}) => name === first)?.name;
		const speed = readSpeed(scenario === undefined ? first : second);
		if (speed === null || words.length > (scenario === undefined ? 1 : 2)) {
			const problem = scenario === undefined && speed === null ? `There is no scenario ${first}. ` : '';
			return refused(
				`${problem}Usage: /demo [scenario] [speed] | list | live. The speed is ${slowest} to ${fastest} or max, as in /demo stall 4.`,
			);
		}

		if (scenario === undefined && demo.present() === null) {
			return refused('The live API has no speed setting. Name a scenario to switch to the demo.');
		}

		return play(context, scenario, speed);
	},
};

async function play(
	{demo, conversation}: SlashContext,
	scenario: string | undefined,
	speed: DemoSpeed | undefined,
): Promise<SlashReply> {
	const wasLive = demo.present() === null;
	await demo.play({...(scenario === undefined ? {} : {scenario}), ...(speed === undefined ? {} : {speed})});
	if (wasLive) {
		conversation.clear();
	}

	return said(`${presentWords(demo)}${wasLive ? ' This is a new conversation.' : ''}`);
}

/** The live API would refuse the demo's content, because its thinking has no real signatures. So switching starts a new conversation. */
async function goLive({demo, conversation}: SlashContext): Promise<SlashReply> {
	if (demo.present() === null) {
		return said(presentWords(demo));
	}

	if (!(await demo.goLive())) {
		return refused('There is no credential for the live API. Set ANTHROPIC_API_KEY and start again.');
	}

	conversation.clear();
	return said(`${presentWords(demo)} This is a new conversation.`);
}

/** Returns `undefined` without a word, and `null` if it is not a speed. */
function readSpeed(word: string | undefined): DemoSpeed | null | undefined {
	if (word === undefined || word === 'max') {
		return word;
	}

	const speed = /^\d*\.?\d+$/.test(word) ? Number(word) : 0;
	return speed >= slowest && speed <= fastest ? speed : null;
}

function demoChoices(demo: DemoControl, argument: string): Choices {
	const present = demo.present();
	const from = argument.search(/\S*$/);
	if (from > 0) {
		return {items: speedItems, present: present === null ? null : String(present.speed), note: null, from};
	}

	return choices(
		[
			...demo.scenarios.map(({name, summary}) => ({label: name, description: summary})),
			{label: 'live', description: 'The live API.'},
			...speedItems,
		],
		present?.scenario ?? 'live',
		null,
	);
}

function presentWords(demo: SlashContext['demo']): string {
	const present = demo.present();
	return present === null
		? 'The messages go to the live API.'
		: `The demo plays ${present.scenario} at speed ${present.speed}.`;
}
