import type {Scenario, Scene, SceneOutcome} from '../answer.js';
import type {MessagesRequest} from '../messages-request.js';
import {type RequestedTool, requestedTools, sampleInput} from '../requested-tools.js';
import {demoTools} from '../run-demo-tool.js';
import {quoteLine} from '../texts/recall-prompts.js';
import {chatText} from './chat-text.js';
import {textAnswer} from './text-answer.js';

/** Calls two tools at once, and answers from their results once the last message has them. */
export const tools: Scenario = scene => {
	const results = toolResults(scene.request);
	if (results.length > 0) {
		return {kind: 'answer', answer: textAnswer(describeResults(results), scene)};
	}

	const tools = requestedTools(scene.request);
	// The demo's own two are called as richly by a program that brings them.
	if (tools === null || demoTools.every(own => tools.some(({name}) => name === own))) {
		return callTools(scene);
	}

	return tools.length === 0
		? {kind: 'answer', answer: textAnswer(chatText(scene), scene)}
		: callRequested(tools, scene);
};

/** At most two calls, of the request's own tools, with the smallest input that their schemas accept. */
function callRequested(tools: readonly RequestedTool[], {newId}: Scene): SceneOutcome {
	const calls = tools.slice(0, 2).map(({name, schema}) => ({
		type: 'tool_use' as const,
		id: newId('toolu'),
		name,
		input: {...(sampleInput(schema) as object)},
	}));
	return {
		kind: 'answer',
		answer: {
			blocks: [{type: 'text', text: `Let me call ${calls.map(({name}) => name).join(' and ')}.`}, ...calls],
			stop: {stop_reason: 'tool_use', stop_sequence: null, stop_details: null},
			pace: 'smooth',
		},
	};
}

function callTools({newId}: Scene): SceneOutcome {
	return {
		kind: 'answer',
		answer: {
			blocks: [
				{
					type: 'text',
					text: 'Let me look up the weather in Lisbon and what time it is there. I can do both at once.',
				},
				{
					type: 'tool_use',
					id: newId('toolu'),
					name: 'get_weather',
					input: {
						location: 'Lisbon, Portugal',
						unit: 'celsius',
						days: 3,
						include: ['wind', 'rain', 'sunset'],
					},
				},
				{
					type: 'tool_use',
					id: newId('toolu'),
					name: 'get_local_time',
					input: {timezone: 'Europe/Lisbon', format: {hours: 24, seconds: false}},
				},
			],
			stop: {stop_reason: 'tool_use', stop_sequence: null, stop_details: null},
			pace: 'smooth',
		},
	};
}

type ToolResult = {readonly isError: boolean; readonly text: string};

function toolResults({messages}: MessagesRequest): ToolResult[] {
	const content = messages.at(-1)?.content ?? '';
	return typeof content === 'string'
		? []
		: content
				.filter(block => block.type === 'tool_result')
				.map(block => ({
					isError: block.is_error === true,
					text: typeof block.content === 'string' ? block.content : JSON.stringify(block.content ?? ''),
				}));
}

function describeResults(results: readonly ToolResult[]): string {
	const list = results
		.map(({isError, text}, index) => `${index + 1}. ${isError ? 'an error' : 'a result'}: ${quoteLine(text)}`)
		.join('\n');
	const failed = results.filter(({isError}) => isError).length;
	const conclusion =
		failed === results.length
			? 'Nobody ran the tools, so I cannot tell you the weather in Lisbon. The conversation goes on all the same: a tool call only needs *some* result before the next message.'
			: 'That is what a tool loop looks like: the model asks, the program runs the tools, and the results go back with the next request.';
	return `Each of my tool calls was answered:\n\n${list}\n\n${conclusion}`;
}
