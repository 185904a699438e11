import {isObject, type JsonObject, parseJson, printJson, stringAt} from '../../wire/json.js';
import type {SseEvent} from '../../wire/sse-event.js';
import type {SkippedLines} from '../recording.js';
import type {CaptureFormat} from './capture-format.js';
import {isTorn, tornWords} from './import-events.js';
import {type CapturedExchange, importExchanges} from './import-exchanges.js';
import type {Imported} from './imported.js';
import {createSyntheticPace, type TimedSse} from './synthetic-pace.js';

/** The lines of Claude Code and of the Agent SDK, with an event in each `stream_event`, or with whole messages only. */
export const claudeCodeFormat: CaptureFormat = {
	name: 'claude-code',
	title: "Claude Code's stream-json",
	shortTitle: 'Claude Code',
	writers:
		'`claude -p --output-format stream-json`, with and without `--include-partial-messages`; the messages of the Agent SDK; session files in `~/.claude/projects`',
	times: 'of the first content and of the end, if it has them',
	sign({text, objects}) {
		const listed = text.startsWith('[') ? parseJson(text) : undefined;
		const lines = Array.isArray(listed) ? listed.filter(isObject) : objects;
		const found = lines.find(isClaudeCode);
		return found === undefined ? null : `lines of the type "${stringAt(found, 'type')}" with a session`;
	},
	reader: {takes: 'text', read: importClaudeCode},
};

function isClaudeCode(value: JsonObject): boolean {
	const isSession = 'session_id' in value || 'sessionId' in value || 'uuid' in value;
	switch (value.type) {
		case 'stream_event': {
			return isObject(value.event);
		}

		case 'system': {
			return isSession && 'subtype' in value;
		}

		case 'assistant':
		case 'user': {
			return isSession && isObject(value.message);
		}

		case 'result': {
			return isSession && 'duration_ms' in value;
		}

		default: {
			return false;
		}
	}
}

/** A message whose events were logged, or that was logged whole. A subagent's messages stand between those of its parent. */
type Draft = {
	readonly events: SseEvent[];
	message: JsonObject | null;
	ttft: number | null;
	duration: number | null;
	/** Whether Claude Code wrote the message in place of an answer, to tell of an error. */
	isError: boolean;
};

function importClaudeCode(text: string): Promise<Imported> {
	const session = new SessionReader();
	const list = text.trimStart().startsWith('[') ? parseJson(text) : undefined;
	if (Array.isArray(list)) {
		list.filter(isObject).forEach(value => {
			session.take(value);
		});
		return session.imported([], 0);
	}

	const skipped: SkippedLines[] = [];
	let torn = 0;
	for (const [index, line] of text.split('\n').entries()) {
		const value = parseJson(line);
		if (isObject(value)) {
			session.take(value);
		} else if (line.trim() !== '') {
			torn += isTorn(line) ? 1 : 0;
			skipped.push({line: index + 1, last: index + 1, reason: 'not a line of Claude Code'});
		}
	}

	return session.imported(skipped, torn);
}

/** Sorts the lines of a session into messages. */
class SessionReader {
	readonly #drafts: Draft[] = [];
	/** The message that each agent is writing. */
	readonly #open = new Map<string, Draft>();
	readonly #byId = new Map<string, Draft>();
	readonly #seen = new Set<string>();
	#isOver = false;

	take(value: JsonObject): void {
		const id = stringAt(value, 'uuid');
		// A log that was joined from parts may hold a line twice.
		if (id !== '' && this.#seen.has(id)) {
			return;
		}

		this.#seen.add(id);
		if (value.type === 'stream_event' && isObject(value.event)) {
			this.#takeEvent(value, value.event);
		} else if (value.type === 'assistant' && isObject(value.message)) {
			this.#takeMessage(value.message, isApiError(value));
		} else if (value.type === 'result') {
			this.#isOver = true;
			this.#takeResult(value);
		}
	}

	async imported(skipped: readonly SkippedLines[], torn: number): Promise<Imported> {
		const isUnfinished = this.#drafts.some(
			({events}) => events.length > 0 && events.at(-1)?.event !== 'message_stop' && !this.#isOver,
		);
		const loss = tornWords(torn) ?? (isUnfinished ? 'The log ends before the session does.' : null);
		const imported = await importExchanges(
			this.#drafts.map(draft => exchangeOf(draft, loss !== null)),
			{skipped, notes: this.#drafts.flatMap(timeNote)},
		);
		return {...imported, pacing: 'synthetic', ...(loss === null ? {} : {loss})};
	}

	#begin(): Draft {
		const draft: Draft = {events: [], message: null, ttft: null, duration: null, isError: false};
		this.#drafts.push(draft);
		return draft;
	}

	#takeEvent(value: JsonObject, event: JsonObject): void {
		const agent = `${stringAt(value, 'session_id')} ${stringAt(value, 'parent_tool_use_id')}`;
		const type = stringAt(event, 'type');
		const draft = type === 'message_start' ? this.#begin() : (this.#open.get(agent) ?? this.#begin());
		this.#open.set(agent, draft);
		draft.events.push({event: type || null, data: printJson(event)});
		draft.ttft ??= typeof value.ttft_ms === 'number' ? value.ttft_ms : null;
		if (type === 'message_start') {
			this.#byId.set(stringAt(event.message, 'id'), draft);
		}
	}

	#takeMessage(message: JsonObject, isError: boolean): void {
		const id = stringAt(message, 'id');
		const draft = this.#byId.get(id) ?? this.#begin();
		this.#byId.set(id, draft);
		draft.message = draft.message === null ? message : joined(draft.message, message);
		draft.isError ||= isError;
	}

	/** The duration is that of all turns, so it says nothing of one of several. */
	#takeResult({duration_ms: duration, num_turns: turns}: JsonObject): void {
		const last = this.#drafts.at(-1);
		if (last !== undefined && typeof duration === 'number' && turns === 1) {
			last.duration = duration;
		}
	}
}

/** Each line repeats the message with its next block. */
function joined(message: JsonObject, next: JsonObject): JsonObject {
	const content = [message.content, next.content].flatMap(part => (Array.isArray(part) ? part : []));
	return {...message, ...next, content};
}

function timeNote({ttft, duration}: Draft): readonly string[] {
	const times = [
		...(ttft === null ? [] : [`TTFT ${ttft} ms`]),
		...(duration === null ? [] : [`total ${duration} ms`]),
	];
	return times.length === 0
		? []
		: [`Claude Code measured ${times.join(', ')}. The times of the other events are made up to fit.`];
}

function exchangeOf(draft: Draft, isCut: boolean): CapturedExchange {
	const {events, message} = draft;
	return {
		method: null,
		url: null,
		requestBody: null,
		status: 0,
		headers: [],
		times: {request: 0, response: 0, end: draft.duration},
		isCut,
		...(events.length > 0 ? {body: paced(draft)} : answerOf(message ?? {}, draft.isError)),
	};
}

/** The model of messages that Claude Code writes itself. */
const synthetic = '<synthetic>';

function isApiError(value: JsonObject): boolean {
	return (
		stringAt(value.message, 'model') === synthetic &&
		(value.isApiErrorMessage === true || typeof value.error === 'string')
	);
}

/** A whole message, or the error that Claude Code tells of in one: `API Error: 529 {"type":"error",…}`. */
function answerOf(
	message: JsonObject,
	isError: boolean,
): Pick<CapturedExchange, 'body' | 'missing'> & Partial<Pick<CapturedExchange, 'status'>> {
	if (!isError) {
		return message.model === synthetic
			? {body: null, missing: 'written by Claude Code itself'}
			: {body: printJson(message)};
	}

	const blocks = Array.isArray(message.content) ? message.content : [];
	const text = blocks.map(block => stringAt(block, 'text')).join('');
	const [, status = '0', rest = ''] = /^API Error: (?:(\d{3}) )?([\s\S]*)$/.exec(text) ?? [];
	const error = parseJson(rest);
	return {
		status: Number(status),
		body:
			isObject(error) && error.type === 'error'
				? rest
				: printJson({type: 'error', error: {type: 'api_error', message: text}}),
	};
}

/** The first content arrives at `ttft`, the last event at `duration`. */
function paced({events, ttft, duration}: Draft): readonly TimedSse[] {
	const made = events.map(createSyntheticPace(0));
	const first = made.find(({sse}) => sse.event === 'content_block_delta')?.at ?? 0;
	const last = made.at(-1)?.at ?? 0;
	const start = ttft ?? first;
	const end = Math.max(start, duration ?? start + last - first);
	const scale = (end - start) / (last - first || 1);
	return made.map(event => ({...event, at: event.at < first ? start : start + (event.at - first) * scale}));
}
