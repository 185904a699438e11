import {
	type AnswerBlock,
	type DemoAnswer,
	endTurn,
	type Interlude,
	type Scenario,
	type Scene,
	type SceneOutcome,
} from '../answer.js';
import {invalidRequest} from '../api-error.js';
import {userPrompts} from '../conversation.js';
import type {MessagesRequest} from '../messages-request.js';
import {bringsResults} from '../requested-tools.js';
import {thinkingBlocks} from '../scenarios/thinking-block.js';
import {numberedWords} from '../texts/numbered-words.js';
import type {Reply, ReplyAnswer, ReplyCondition, ReplyStep, ScenarioFile, TextPart} from './scenario-file.js';

/** Plays a scenario that was read from a file: the first reply whose condition the request meets. */
export function playScenarioFile({name, replies}: ScenarioFile): Scenario {
	return scene => {
		const reply = replies.find(({when}) => isMet(when, scene));
		return reply === undefined
			? {
					kind: 'refused',
					error: invalidRequest(`The scenario ${name} has no reply to this request.`),
					retryAfter: null,
				}
			: play(reply, scene);
	};
}

function isMet(when: ReplyCondition, {request, occurrence}: Scene): boolean {
	switch (when.kind) {
		case 'always':
			return true;
		case 'try':
			return occurrence >= when.first && occurrence <= when.last;
		case 'turn':
			return userPrompts(request).length === when.turn;
		case 'prompt':
			return (userPrompts(request).at(-1) ?? '').toLowerCase().includes(when.words);
		case 'tool results':
			return bringsResults(request);
	}
}

function play(reply: Reply, scene: Scene): SceneOutcome {
	if (reply.kind === 'refusal') {
		const {faults, error, retryAfter} = reply;
		return {kind: 'refused', error, retryAfter, faults};
	}

	return {kind: 'answer', answer: answerOf(reply, scene), faults: reply.faults};
}

function answerOf(reply: ReplyAnswer, scene: Scene): DemoAnswer {
	const {stop, usage, pace, responseMs, deltaLength, error} = reply;
	const blocks: AnswerBlock[] = [];
	const interludes: Interlude[] = [];
	for (const step of reply.steps) {
		const index = blocks.length;
		if (step.kind === 'besides') {
			interludes.push({block: index, at: null, events: step.events});
			continue;
		}

		const filled = 'parts' in step ? fillParts(step, scene) : [];
		const block = blockOf(step, filled.map(({text}) => text).join(''), scene);
		blocks.push(...(block === null ? [] : [block]));
		interludes.push(...interludesIn(filled, block).map(interlude => ({...interlude, block: index})));
	}

	const isCall = blocks.some(({type}) => type === 'tool_use');
	return {
		blocks,
		interludes: interludes.map(interlude =>
			interlude.block === blocks.length ? {...interlude, block: Number.POSITIVE_INFINITY} : interlude,
		),
		stop: stop ?? {...endTurn, stop_reason: isCall ? 'tool_use' : 'end_turn'},
		pace: pace ?? 'smooth',
		response: responseMs ?? 'fast',
		...(deltaLength === null ? {} : {deltaLength}),
		...(usage === null ? {} : {usage}),
		...(error === null ? {} : {fault: {kind: 'error-at-end', error}}),
	};
}

/** `null` for thinking that the request turns off. */
function blockOf(
	step: Exclude<ReplyStep, {kind: 'besides'}>,
	text: string,
	scene: Scene,
): AnswerBlock | null {
	switch (step.kind) {
		case 'text':
			return {type: 'text', text};
		case 'thinking':
			return thinkingBlocks(text, scene)[0] ?? null;
		case 'tool':
			return {type: 'tool_use', id: scene.newId('toolu'), name: step.name, input: step.input};
		case 'block':
			return {type: 'given', block: step.block};
	}
}

/** Where the parts of a text begin. Of thinking that is hidden or turned off, only the time and the events between are left. */
function interludesIn(
	parts: readonly TextPart[],
	block: AnswerBlock | null,
): ReadonlyArray<Omit<Interlude, 'block'>> {
	const isHidden = block?.type === 'thinking' && block.thinking === '';
	let at = 0;
	return parts
		.map(({before, text}) => {
			const place = at;
			at += text.length;
			return {at: block === null ? null : isHidden ? 0 : place, events: before};
		})
		.slice(1);
}

function fillParts({parts}: {readonly parts: readonly TextPart[]}, {request}: Scene): readonly TextPart[] {
	return parts.map(part => ({...part, text: fillText(part.text, request)}));
}

/** Puts what is asked, what tools returned, and the words that a drill counts in the places that the text has for them. */
function fillText(text: string, request: MessagesRequest): string {
	const fillings: Readonly<Record<string, () => string>> = {
		prompt: () => userPrompts(request).at(-1) ?? '',
		'tool-results': () => toolResults(request).join('\n'),
		words: () => numberedWords,
	};
	return text.replaceAll(
		/\{(prompt|tool-results|words)\}/g,
		(place, name: string) => fillings[name]?.() ?? place,
	);
}

function toolResults({messages}: MessagesRequest): readonly string[] {
	const content = messages.at(-1)?.content ?? '';
	return typeof content === 'string'
		? []
		: content
				.filter(({type}) => type === 'tool_result')
				.map(({content: result}) => (typeof result === 'string' ? result : JSON.stringify(result ?? '')));
}
