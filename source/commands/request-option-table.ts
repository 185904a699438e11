import {usualLimits} from '../client/limit-answers.js';
import * as requestKinds from '../config/request-kinds.js';
import * as kinds from '../config/value-kind.js';
import {effortLevels} from '../messages/models.js';
import type {SetField} from '../messages/request/chat-settings.js';
import {declare} from './declare-option.js';

const request = declare('Request');

/** What a request asks for, and how it is sent. */
export const requestOptionTable = {
	model: request({
		kind: kinds.filledText,
		fallback: 'claude-haiku-5-5',
		listed: [{flag: '--model <name>', help: 'the model to ask'}],
		variables: [{name: 'ANTHROPIC_MODEL'}],
	}),
	maxTokens: request({
		kind: kinds.wholeNumber(1),
		fallback: 4096,
		listed: [{flag: '--max-tokens <n>', help: 'the maximum number of tokens in an answer'}],
	}),
	system: request<string | undefined>({
		kind: kinds.anyText,
		fallback: undefined,
		listed: [{flag: '--system <text>', help: 'the system prompt'}],
	}),
	thinking: request<number | 'adaptive' | 'off' | undefined>({
		kind: kinds.orWord(
			kinds.orWord(kinds.orWord(kinds.wholeNumber(1), 'adaptive', 'adaptive'), 'off', 'off'),
			'default',
			undefined,
		),
		fallback: undefined,
		listed: [
			{
				flag: '--thinking <tokens>',
				help: 'adaptive, off, a budget, or default, which leaves it to the API',
			},
		],
	}),
	effort: request<string | undefined>({
		kind: kinds.orWord(kinds.oneOf(effortLevels), 'default', undefined),
		fallback: undefined,
		listed: [
			{
				flag: '--effort <level>',
				help: `how much effort the model spends on an answer: ${effortLevels.join(', ')}`,
			},
		],
	}),
	set: request<readonly SetField[]>({
		kind: requestKinds.setFields,
		fallback: [],
		listed: [
			{
				flag: '--set <path=json>',
				help: 'set any field of the request, such as speed=\'"fast"\'; can be repeated',
			},
		],
		isRepeated: true,
	}),
	body: request<string | undefined>({
		kind: kinds.filledText,
		fallback: undefined,
		listed: [
			{
				flag: '--body <file>',
				help: 'send the request body in this JSON file; other options override its fields',
			},
		],
		field: null,
	}),
	tools: request<string | undefined>({
		kind: kinds.filledText,
		fallback: undefined,
		listed: [
			{
				flag: '--tools <file>',
				help: 'the tools that the model may call, with their commands, instead of tools.json beside config.json',
			},
		],
		field: null,
	}),
	beta: request<readonly string[]>({
		kind: requestKinds.betaNames,
		fallback: [],
		listed: [
			{
				flag: '--beta <name>',
				help: 'turn a beta on by its name in the anthropic-beta header; can be repeated',
			},
		],
		isRepeated: true,
	}),
	apiVersion: request<string | undefined>({
		kind: requestKinds.day,
		fallback: undefined,
		listed: [
			{
				flag: '--api-version <day>',
				help: 'the anthropic-version header; some gateways need 2023-06-01',
			},
		],
		variables: [{name: 'STREAMSCOPE_API_VERSION'}],
	}),
	auth: request<'bearer' | 'x-api-key'>({
		kind: kinds.oneOf(['bearer', 'x-api-key']),
		fallback: 'bearer',
		listed: [{flag: '--auth <way>', help: 'how the key is sent: bearer, or x-api-key for older gateways'}],
		variables: [{name: 'STREAMSCOPE_AUTH'}],
	}),
	baseUrl: request<string | undefined>({
		kind: kinds.apiAddress,
		fallback: undefined,
		listed: [{flag: '--base-url <url>', help: 'the address of the API'}],
		variables: [{name: 'ANTHROPIC_BASE_URL'}],
	}),
	timeout: request<number | undefined>({
		kind: kinds.decimal(0.001),
		fallback: undefined,
		listed: [
			{
				flag: '--timeout <seconds>',
				help: 'how long the server may be silent; pings count as data',
			},
		],
	}),
	ca: request<string | undefined>({
		kind: kinds.filledText,
		fallback: undefined,
		listed: [{flag: '--ca <file>', help: 'a PEM file of additional certificates to trust'}],
	}),
	maxAnswerEvents: request({
		kind: kinds.wholeNumber(1),
		fallback: usualLimits.events,
		listed: [{flag: '--max-answer-events <n>', help: 'abort an answer with more events than this'}],
	}),
	maxAnswerBytes: request({
		kind: kinds.wholeNumber(1),
		fallback: usualLimits.bytes,
		listed: [{flag: '--max-answer-bytes <n>', help: 'abort an answer with more bytes than this'}],
	}),
};
