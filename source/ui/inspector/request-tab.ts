import {isObject} from '../../protocol/json.js';
import {requestAsCurl} from '../../protocol/request-code/request-as-curl.js';
import {requestAsPython} from '../../protocol/request-code/request-as-python.js';
import {requestAsTypeScript} from '../../protocol/request-code/request-as-typescript.js';
import {sanitize, sanitizeLine} from '../../terminal/sanitize.js';
import {wrapText} from '../../terminal/wrap-text.js';
import type {AttemptView} from '../../trace/exchange-view.js';
import type {ScreenModel} from '../screen-model.js';
import {type Row, segment} from '../segment.js';
import {fixedRows, type RowSource} from './row-source.js';

/** Messages that a request's code shows; the request itself may hold a long conversation. */
const shownMessages = 4;
/** Cells that a value needs beside its name; where there are fewer it stands below it. */
const leastValue = 20;

/** What was asked: parameters, attempts with their response headers, and the same request as code, without the key. */
export function requestTab(model: ScreenModel, width: number): RowSource {
	const attempts = model.selectedExchange?.attempts ?? [];
	const request = attempts.at(-1)?.request;
	if (request === undefined) {
		return fixedRows([[segment('No request yet.', 'dim')]]);
	}

	if (request.body === null) {
		return fixedRows([
			...attempts.flatMap(attempt => attemptRows(attempt, width)),
			[],
			[segment('The capture has no request: there is nothing to make code of.', 'dim')],
		]);
	}

	const body = shortened(request.body);
	const http = {url: request.url, body};
	return fixedRows([
		...parameterRows(request.body, width),
		...attempts.flatMap(attempt => attemptRows(attempt, width)),
		...codeRows('curl', requestAsCurl(http), width),
		...codeRows('TypeScript', requestAsTypeScript(http), width),
		...codeRows('Python', requestAsPython(http), width),
	]);
}

/** The whole request as code, for copying. */
export function requestCode(model: ScreenModel): string | null {
	const request = model.selectedExchange?.attempts.at(-1)?.request;
	return request === undefined || request.body === null
		? null
		: requestAsCurl({url: request.url, body: request.body});
}

function shortened(body: unknown): unknown {
	return isObject(body) && Array.isArray(body.messages) && body.messages.length > shownMessages
		? {...body, messages: body.messages.slice(-shownMessages)}
		: body;
}

function parameterRows(body: unknown, width: number): readonly Row[] {
	if (!isObject(body)) {
		return [];
	}

	const {messages, ...rest} = body;
	const count = Array.isArray(messages) ? messages.length : 0;
	return [
		[segment('Parameters', 'title')],
		...Object.entries(rest).flatMap(([name, value]) =>
			named(name, typeof value === 'string' ? value : JSON.stringify(value), width),
		),
		...named(
			'messages',
			`${count}${count > shownMessages ? `, the last ${shownMessages} in the code below` : ''}`,
			width,
		),
	];
}

function attemptRows({request, response}: AttemptView, width: number): readonly Row[] {
	const status =
		response === null
			? 'no response yet'
			: response.status === 0
				? 'status not known'
				: `status ${response.status}`;
	const title = `Attempt ${request.attempt}`;
	const {lines} = wrapText(`${title} · ${request.method} ${sanitizeLine(request.url)} · ${status}`, width);
	return [
		...lines.map(({text}, index): Row => {
			const end = index === 0 ? title.length : 0;
			return [segment(text.slice(0, end), 'title'), segment(text.slice(end), 'dim')];
		}),
		...Object.entries(response?.headers ?? {}).flatMap(([name, value]) => named(name, value, width)),
	];
}

function named(name: string, value: string, width: number): readonly Row[] {
	const label = `  ${sanitizeLine(name)} `;
	const room = width - label.length;
	if (room < leastValue) {
		const {lines} = wrapText(sanitizeLine(value), Math.max(1, width - 4));
		return [
			[segment(label, 'jsonKey')],
			...lines.map(({text}): Row => [segment('    '), segment(text, 'string')]),
		];
	}

	const {lines} = wrapText(sanitizeLine(value), room);
	return lines.map(
		({text}, index): Row => [
			segment(index === 0 ? label : ' '.repeat(label.length), 'jsonKey'),
			segment(text, 'string'),
		],
	);
}

function codeRows(title: string, code: string, width: number): readonly Row[] {
	return [
		[segment(title, 'title')],
		...wrapText(sanitize(code), width).lines.map(({text}): Row => [segment(text)]),
	];
}
