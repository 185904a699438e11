import type {Scenario} from '../answer.js';
import {chatText} from './chat-text.js';
import {textAnswer} from './text-answer.js';

/** Knows the prompts of a streaming lesson; tells what is on the screen for any other. */
export const chat: Scenario = scene => ({kind: 'answer', answer: textAnswer(chatText(scene), scene)});
