import type {Fault, Scenario, Scene, SceneOutcome} from '../answer.js';
import {overloadedError} from '../api-error.js';
import {chatText} from './chat-text.js';
import {textAnswer} from './text-answer.js';

const answerWith = (scene: Scene, fault?: Fault): SceneOutcome => {
	const answer = {...textAnswer(chatText(scene), scene), pace: 'smooth'} as const;
	return {kind: 'answer', answer: fault ? {...answer, fault} : answer};
};

/** Ten silent seconds in the middle. */
export const stall: Scenario = scene => answerWith(scene, {kind: 'stall'});

/** Breaks the connection inside an event. */
export const cutOff: Scenario = scene => answerWith(scene, {kind: 'cut-off'});

/** Sends an unknown event, then one that cannot be parsed. */
export const malformed: Scenario = scene => answerWith(scene, {kind: 'malformed'});

/** Refuses every other request. */
export const rateLimited: Scenario = scene =>
	scene.occurrence % 2 === 1
		? {
				kind: 'refused',
				error: {
					status: 429,
					type: 'rate_limit_error',
					message: "This request would exceed your organization's rate limit of 4,000 requests per minute.",
				},
				retryAfter: 2,
			}
		: answerWith(scene);

/** Answers the first of three equal requests with a 529, the second with a stream that ends in an error, and the third in full. */
export const overloaded: Scenario = scene => {
	switch (scene.occurrence % 3) {
		case 1:
			return {kind: 'refused', error: overloadedError, retryAfter: 1};
		case 2:
			return answerWith(scene, {kind: 'error', error: overloadedError});
		default:
			return answerWith(scene);
	}
};
