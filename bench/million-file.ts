import {createWriteStream} from 'node:fs';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {recordingVersion} from '../source/recording/recording-format.js';
import {markerText} from './marker.js';

type Line = {readonly [field: string]: unknown};

/** How many events a recording has, and over how many exchanges they are spread. */
export type MillionShape = {readonly events: number; readonly exchanges: number};

/** Lines of an exchange that are not deltas: the request and its response, the five other events of its stream, and the end. */
const otherLines = 8;

/** Writes a recording of one-word deltas, like those of the other measurements. */
export const writeMillion = async (path: string, shape: MillionShape): Promise<void> => {
	await pipeline(Readable.from(piecesOf(shape)), createWriteStream(path));
};

/** Lines in pieces of some kilobytes. */
function* piecesOf(shape: MillionShape): Generator<string> {
	let piece = '';
	for (const line of linesOf(shape)) {
		piece += `${JSON.stringify(line)}\n`;
		if (piece.length > 60_000) {
			yield piece;
			piece = '';
		}
	}

	yield piece;
}

function* linesOf({events, exchanges}: MillionShape): Generator<Line> {
	yield {
		type: 'recording',
		version: recordingVersion,
		app: 'bench',
		startedAt: '2026-11-22T15:00:00.000Z',
		mode: 'live',
		title: null,
	};
	for (let exchange = 1; exchange <= exchanges; exchange++) {
		const until = Math.round((events * exchange) / exchanges);
		const since = Math.round((events * (exchange - 1)) / exchanges);
		yield* exchangeLines(exchange, since * 10, until - since - otherLines);
	}
}

function* exchangeLines(exchange: number, start: number, deltas: number): Generator<Line> {
	let at = start;
	let chunk = 0;
	const place = {exchange, attempt: 1};
	const sse = (payload: Line) => {
		at += 9.125;
		chunk++;
		return {type: 'sse', at, ...place, chunk, event: payload.type, data: JSON.stringify(payload)};
	};

	yield {
		type: 'request',
		at,
		...place,
		method: 'POST',
		url: 'https://api.anthropic.com/v1/messages',
		body: {
			model: 'claude-opus-4-5',
			max_tokens: 4096,
			stream: true,
			messages: [{role: 'user', content: `Question ${exchange}`}],
		},
	};
	yield {type: 'response', at, ...place, status: 200, headers: {'content-type': 'text/event-stream'}};
	yield sse({type: 'message_start', message: startOf(exchange)});
	yield sse({type: 'content_block_start', index: 0, content_block: {type: 'text', text: ''}});
	for (let number = 0; number < deltas; number++) {
		const delta = {type: 'text_delta', text: markerText(number)};
		yield sse({type: 'content_block_delta', index: 0, delta});
	}

	yield sse({type: 'content_block_stop', index: 0});
	yield sse({
		type: 'message_delta',
		delta: {stop_reason: 'end_turn', stop_sequence: null},
		usage: {output_tokens: deltas},
	});
	yield sse({type: 'message_stop'});
	yield {type: 'end', at, exchange, outcome: 'complete', error: null, message: null};
}

const startOf = (exchange: number): Line => ({
	id: `msg_bench${exchange}`,
	type: 'message',
	role: 'assistant',
	model: 'claude-opus-4-5',
	content: [],
	stop_reason: null,
	stop_sequence: null,
	usage: {input_tokens: 10, output_tokens: 1},
});
