import {settingsIn} from '../../messages/request/request-body.js';
import {type RequestLanguage, requestAs, requestLanguages} from '../../messages/request-code/request-as.js';
import {withShortFiles} from '../../messages/request-code/short-files.js';
import {sanitize, sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import type {AttemptView} from '../../trace/exchange-view.js';
import type {RequestEvent} from '../../trace/trace-event.js';
import {isObject, printJson} from '../../wire/json.js';
import {selectSelectedExchange} from '../events/select-log.js';
import type {Screen} from '../screen/screen.js';
import {fixedRows, type RowSource, stacked} from './row-source.js';

/** The cells that a value needs beside its name. With fewer, it goes below the name. */
const minValue = 20;

/** The request: parameters, attempts with their response headers, and the same request as code, without the key. */
export function requestTab(screen: Screen, width: number): RowSource {
	const attempts = selectSelectedExchange(screen)?.attempts ?? [];
	const request = attempts.at(-1)?.request;
	if (request === undefined) {
		return fixedRows([[segment('No request yet.', 'dim')]]);
	}

	const head = attempts.flatMap(attempt => attemptRows(attempt, width));
	if (request.body === null) {
		const words = 'The capture has no request, so there is no code to show.';
		return fixedRows([...head, [], [segment(words, 'dim')]]);
	}

	const {parameters, code} = laidOut(request, width);
	return stacked(
		fixedRows([...parameters, ...head]),
		...code.flatMap(({language, rows}) => [
			fixedRows([codeTitle(language, language === screen.copiedNext)]),
			fixedRows(rows),
		]),
	);
}

/** The whole request as code, for copying. */
export function requestCode(screen: Screen, language: RequestLanguage): string | null {
	const request = selectSelectedExchange(screen)?.attempts.at(-1)?.request;
	return request === undefined || request.body === null ? null : requestAs(language, request);
}

type LaidOut = {
	readonly width: number;
	readonly parameters: readonly Row[];
	readonly code: ReadonlyArray<{readonly language: RequestLanguage; readonly rows: readonly Row[]}>;
};

const known = new WeakMap<RequestEvent, LaidOut>();

/** The rows of a request, which may hold a long conversation. Made once per width. */
function laidOut(request: RequestEvent, width: number): LaidOut {
	const before = known.get(request);
	if (before?.width === width) {
		return before;
	}

	// A picture would fill thousands of rows. What is copied has it whole.
	const shown = {...request, body: withShortFiles(request.body)};
	const rows = {
		width,
		parameters: [...parameterRows(request.body, width), ...headerRows(request, width)],
		code: requestLanguages.map(language => ({
			language,
			rows: codeRows(requestAs(language, shown), width),
		})),
	};
	known.set(request, rows);
	return rows;
}

function parameterRows(body: unknown, width: number): readonly Row[] {
	if (!isObject(body)) {
		return [];
	}

	const {messages, ...rest} = body;
	const count = Array.isArray(messages) ? messages.length : 0;
	const set = (settingsIn(body).set ?? []).map(({path}) => path);
	return [
		[segment('Parameters', 'title')],
		...Object.entries(rest).flatMap(([name, value]) => {
			const mark = setMark(name, set);
			const shown = typeof value === 'string' ? value : printJson(value);
			return named(name, mark === null ? shown : `${shown} · ${mark}`, width);
		}),
		...named('messages', String(count), width),
	];
}

/** Marks a field that no setting stands for: it was set by its path, or parts of it were. `null` for any other field. */
function setMark(name: string, set: readonly string[]): string | null {
	const parts = set.filter(path => path.startsWith(`${name}.`));
	return set.includes(name) ? 'set' : parts.length > 0 ? `set: ${parts.join(', ')}` : null;
}

/** The headers that the API goes by; none if they are not known. */
function headerRows({headers = {}, auth}: RequestEvent, width: number): readonly Row[] {
	const rows = [
		...Object.entries(headers).flatMap(([name, value]) => named(name, value, width)),
		...(auth === undefined ? [] : named('credential', authWords[auth], width)),
	];
	return rows.length === 0 ? [] : [[segment('Request headers', 'title')], ...rows];
}

const authWords = {bearer: 'bearer token', 'x-api-key': 'x-api-key'} as const;

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
	if (room < minValue) {
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

function codeTitle(language: RequestLanguage, isNext: boolean): Row {
	return [segment(language, 'title'), segment(isNext ? ' · y copies it' : '', 'dim')];
}

function codeRows(code: string, width: number): readonly Row[] {
	return wrapText(sanitize(code), width).lines.map(({text}): Row => [segment(text)]);
}
