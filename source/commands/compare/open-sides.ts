import {createReadStream} from 'node:fs';
import type Anthropic from '@anthropic-ai/sdk';
import type {MessageParam} from '../../analysis/conversation.js';
import {createClient} from '../../client/create-client.js';
import type {AnswerLimits} from '../../client/limit-answers.js';
import {startExchange} from '../../client/message-exchange.js';
import type {MessageRequest} from '../../client/message-request.js';
import {openTraceSource} from '../../recording/open-trace-source.js';
import {Trace} from '../../trace/trace.js';
import {isObject} from '../../wire/json.js';
import type {CommandContext} from '../command-module.js';
import {type Endpoint, openEndpoint} from '../open-endpoint.js';
import {fileOf} from '../open-named-source.js';
import type {ResolvedOptions} from '../options.js';
import {checkedRequest} from '../read-request.js';
import {answerLimits, requestClient, requestSettings} from '../request-options.js';
import {flaggedSettings, settingsOf, withSettings} from '../session-settings.js';
import {settleEnds} from '../settle-ends.js';
import {watchModels} from '../watch-models.js';
import {lastStream, type Side} from './against.js';
import {runSide} from './comparison.js';
import {otherAddress} from './other-address.js';

export type SidesCall = {
	/** A file, the id of a session, or the address of another API. */
	readonly against: string;
	/** The variable that holds the key for that address. Without it, no key is sent there. */
	readonly againstKeyEnv?: string;
	/** The question; `null` repeats the one that the file answers. */
	readonly content: MessageParam['content'] | null;
	readonly usualContent: MessageParam['content'];
	readonly options: ResolvedOptions;
	readonly context: CommandContext;
	readonly interrupted: AbortSignal;
};

/** The two streams to compare: a new one, and one from a file or, at the same time, from another address. */
export async function openSides(call: SidesCall): Promise<readonly [Side, Side]> {
	const {against, againstKeyEnv, content, usualContent, options, context, interrupted} = call;
	const address = otherAddress(against, againstKeyEnv, context.env);
	await using endpoint = await openEndpoint(options);
	const name = nameOf(endpoint, options);
	const limits = answerLimits(options.values);
	const notify = (line: string) => context.stderr.write(`${line}\n`);
	if (address !== null) {
		const request = checkedRequest(
			requestSettings(options.values),
			[{role: 'user', content: content ?? usualContent}],
			options.values.apiVersion,
		);
		const other = createClient({...requestClient(options), other: address});
		using models = watchModels([request.params.model], endpoint.client, notify);
		const sides = await Promise.all([
			ask(name, endpoint.client, {...request, limits}, interrupted),
			ask(against, other, {...request, limits}, interrupted),
		]);
		models.tell();
		return sides;
	}

	const source = await openTraceSource(createReadStream(fileOf(against, context.env)));
	const {pacing} = source;
	const events = await settleEnds(source);
	const file: Side = {name: against, events, hasTimes: pacing === 'recorded'};
	const {apiVersion} = options.values;
	const request = checkedRequest(
		withSettings(
			{
				...requestSettings(options.values),
				...(content === null ? settingsOf(events, apiVersion) : {}),
			},
			flaggedSettings(options),
		),
		content === null ? recordedMessages(file, usualContent) : [{role: 'user', content}],
		apiVersion,
	);
	using models = watchModels([request.params.model], endpoint.client, notify);
	const side = await ask(name, endpoint.client, {...request, limits}, interrupted);
	models.tell();
	return [side, file];
}

function nameOf({demo}: Endpoint, {values}: ResolvedOptions): string {
	return demo === null ? (values.baseUrl ?? 'the API') : `the demo, ${demo}`;
}

async function ask(
	name: string,
	client: Anthropic,
	request: MessageRequest & {readonly limits: Partial<AnswerLimits>},
	interrupted: AbortSignal,
): Promise<Side> {
	const trace = new Trace();
	const origin = performance.now();
	const now = () => performance.now() - origin;
	const start = () => startExchange({client, fetch: globalThis.fetch, trace, lane: null, now, ...request});
	await runSide({start}, interrupted);
	return {name, events: trace.events, hasTimes: true};
}

/** The question that the file answers, if the file has it. */
function recordedMessages(file: Side, otherwise: MessageParam['content']): readonly MessageParam[] {
	const body = lastStream(file).attempts.at(-1)?.request.body;
	return isObject(body) && Array.isArray(body.messages)
		? (body.messages as unknown as readonly MessageParam[])
		: [{role: 'user', content: otherwise}];
}
