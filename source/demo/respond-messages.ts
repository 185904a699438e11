import type {SceneOutcome} from './answer.js';
import {invalidRequest} from './api-error.js';
import {chosenScenario, scenarioHeader} from './choose-scenario.js';
import {createId} from './create-id.js';
import {type DemoExchange, isWorthRetrying, sendError, sendJson} from './demo-exchange.js';
import {countInputTokens} from './demo-message.js';
import type {FaultRefusal} from './faults/fault.js';
import type {MessagesRequest} from './messages-request.js';
import type {DemoSpeed, Timeline} from './pace-clock.js';
import {type AnswerScene, planAnswer} from './plan-answer.js';
import {isApiError, readMessagesBody} from './read-messages-body.js';
import {answerHeaders, identityHeaders, rateLimitHeaders} from './response-headers.js';
import {sendMessage} from './send-message.js';
import {sendPlan} from './send-plan.js';
import {planDuration} from './stream-plan.js';

/** Answers `POST /v1/messages`, streamed or not. */
export async function respondMessages(exchange: DemoExchange): Promise<void> {
	const {context, ids, closed} = exchange;
	const wait = context.clock.createTimeline(closed);
	await context.planningTurn();
	if (closed.aborted) {
		return;
	}

	const request = readMessagesBody(exchange.body, exchange.version, context.scenarios);
	if (isApiError(request) || request.max_tokens === undefined) {
		sendError(exchange, isApiError(request) ? request : invalidRequest('max_tokens: Field required'));
		return;
	}

	const answer = planAnswer(request, {
		...{seed: context.seed, scenarios: context.scenarios, ids, faults: exchange.faults},
		...chosenScene(exchange, request),
	});
	if (answer.kind === 'refused') {
		await sendRefusal(exchange, {refusal: answer, request, wait});
		return;
	}

	if (answer.kind === 'broken') {
		await sendFaultRefusal(exchange, answer.refusal, wait);
		return;
	}

	const {requestId, message, plan, faults} = answer;
	const serviceMs = request.stream ? plan.responseMs : planDuration(plan);
	// Created when they are sent, because the rate limits' resets are times of day.
	const headers = () =>
		answerHeaders({
			requestId,
			random: ids,
			now: context.wallClock(),
			inputTokens: countInputTokens(request),
			serviceMs,
		});
	await (request.stream
		? sendPlan(exchange, {plan, headers: () => ({...headers(), ...streamHeaders}), wait})
		: sendMessage(exchange, {message, serviceMs, headers, wait, faults}));
}

const streamHeaders = {'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache'};

/** What plays, and how often it was asked for. Asked whole, or with other faults, it counts anew, so that the answers can be compared. */
function chosenScene(
	{context, request: {headers}, faults}: DemoExchange,
	request: MessagesRequest,
): Pick<AnswerScene, 'name' | 'occurrence'> {
	const header = headers[scenarioHeader];
	const named = typeof header === 'string' ? header : undefined;
	const name = chosenScenario(request, named, context.scenarios) ?? context.scenario();
	const key = JSON.stringify([name, request.stream, JSON.stringify(request.messages), faults]);
	return {name, occurrence: context.countOccurrence(key)};
}

type RefusalReply = {
	readonly refusal: Extract<SceneOutcome, {readonly kind: 'refused'}>;
	readonly request: MessagesRequest;
	readonly wait: Timeline;
};

async function sendRefusal(exchange: DemoExchange, {refusal, request, wait}: RefusalReply): Promise<void> {
	if (!(await wait(120))) {
		return;
	}

	const {clock, wallClock} = exchange.context;
	const limits = {now: wallClock(), requestsLeft: 0, inputTokens: countInputTokens(request)};
	sendError(exchange, refusal.error, {
		...(refusal.error.status === 429 && rateLimitHeaders(limits)),
		...(refusal.retryAfter !== null && {'retry-after': formatSeconds(refusal.retryAfter, clock.speed())}),
	});
}

async function sendFaultRefusal(
	exchange: DemoExchange,
	refusal: FaultRefusal,
	wait: Timeline,
): Promise<void> {
	if (!(await wait(120))) {
		return;
	}

	const {status, body, contentType, retryAfter} = refusal;
	const {clock, wallClock} = exchange.context;
	const seconds = retryAfter && formatSeconds(retryAfter, clock.speed());
	const isRefused = status >= 400 && contentType === 'application/json';
	sendJson(exchange, {
		status,
		body,
		headers: {
			...identityHeaders(createId('req', exchange.ids), exchange.ids),
			...(isRefused && {'x-should-retry': String(isWorthRetrying(status))}),
			...(status === 429 && rateLimitHeaders({now: wallClock(), requestsLeft: 0, inputTokens: 0})),
			'content-type': contentType,
			...(seconds && {'retry-after': seconds}),
		},
	});
}

/** The seconds for `retry-after`: integers at speed 1, as on the API. With 0, clients would choose their own wait. */
function formatSeconds(seconds: number, speed: DemoSpeed): string {
	return String(speed === 'max' ? 0.01 : Number((seconds / speed).toFixed(2)));
}
