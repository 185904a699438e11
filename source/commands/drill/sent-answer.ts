import {Buffer} from 'node:buffer';
import {isObject, objectAt, parseJson, stringAt} from '../../wire/json.js';
import {parseSse} from '../../wire/parse-sse.js';

/** What an answer said, as far as a client can read it: its text, and each count of output tokens. */
export type SentAnswer = {readonly text: string; readonly outputTokens: readonly number[]};

/** Reads the bytes that a server sent: a whole message, or the whole events of a stream before the first one that is not JSON. */
export function sentAnswer(body: readonly Uint8Array[]): SentAnswer {
	const text = Buffer.concat(body).toString('utf8');
	const message = parseJson(text);
	const values = message === undefined ? readableEvents(text) : [message];
	return {
		text: values.map(textIn).join(''),
		outputTokens: values.map(tokensIn).filter(tokens => tokens !== null),
	};
}

function readableEvents(text: string): readonly unknown[] {
	const values = parseSse(text)
		.filter(({unterminated, data}) => unterminated !== true && data !== '')
		.map(({data}) => parseJson(data));
	const broken = values.indexOf(undefined);
	return broken < 0 ? values : values.slice(0, broken);
}

function textIn(value: unknown): string {
	const delta = stringAt(objectAt(value, 'delta'), 'text');
	const content = isObject(value) && Array.isArray(value.content) ? value.content : [];
	return delta + content.map(block => stringAt(block, 'text')).join('');
}

function tokensIn(value: unknown): number | null {
	const usage = objectAt(objectAt(value, 'message'), 'usage');
	const tokens = objectAt(value, 'usage').output_tokens ?? usage.output_tokens;
	return typeof tokens === 'number' ? tokens : null;
}
