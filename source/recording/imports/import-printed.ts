import {isMessagesType} from '../../messages/dialect.js';
import {isObject, type Json, type JsonObject, printJson, stringAt} from '../../wire/json.js';
import type {SseEvent} from '../../wire/sse-event.js';
import type {CaptureFormat} from './capture-format.js';
import {importEvents, tornWords} from './import-events.js';
import type {Imported} from './imported.js';
import {readLiteral} from './read-literal.js';

/** Old and new names of Python's classes: `MessageStartEvent`, `RawMessageStartEvent`, `BetaRawContentBlockDeltaEvent`. */
const pythonEvent =
	/(?:Beta)?(?:Raw|Parsed)?(?:Beta)?(?:Message(?:Start|Delta|Stop)|ContentBlock(?:Start|Delta|Stop)|Ping|Error|Text|InputJson|Citation|Thinking|Signature)Event\(/g;

/** A whole answer, as Python prints it. */
const pythonMessage = /(?<!\w)(?:Beta|Parsed)*Message(?:\[\w+\])?\((?:id|type|content|container|role)=/;

/** The first field of an event. Python's `model_dump()` has its type last, and `pprint` sorts the fields. */
const firstField =
	'(?:type|message|delta|content_block|index|usage|error|id|model|role|container|content|context_management)';
const pythonObject = new RegExp(`\\{'${firstField}': `, 'g');
const nodeObject = new RegExp(`\\{\\s+${firstField}: `, 'g');

const types =
	'message_start|message_delta|message_stop|content_block_start|content_block_delta|content_block_stop|ping|error|message';
const pythonDictionary = new RegExp(`'type': '(?:${types})'`);
const nodeEvent = new RegExp(`(?<=[{,\\s])type: '(?:${types})'`);

export const pythonPrintFormat: CaptureFormat = {
	name: 'python-print',
	title: 'events as Python prints them',
	shortTitle: 'Python events',
	writers:
		'`print(event)`, `print(event.model_dump())` and `print(message)` with any version of the Python SDK',
	times: 'none',
	sign({text, lines}) {
		const found = lines.map(line => line.match(pythonEvent)?.[0]).find(name => name !== undefined);
		const answer = lines.map(line => line.match(pythonMessage)?.[0]).find(name => name !== undefined);
		return found ?? answer ?? dictionarySign(text);
	},
	reader: {
		takes: 'text',
		read: text =>
			importPrinted(
				text,
				[pythonEvent, pythonMessage].find(pattern => text.search(pattern) !== -1) ?? pythonObject,
			),
	},
};

export const nodePrintFormat: CaptureFormat = {
	name: 'node-print',
	title: 'events as Node prints them',
	shortTitle: 'Node events',
	writers: '`console.log(event)` with the TypeScript SDK, `print` in Deno and Bun',
	times: 'none',
	sign: ({text}) => objectSign(text),
	reader: {takes: 'text', read: text => importPrinted(text, nodeObject)},
};

/** How much of a text is examined, in UTF-16 units. */
const examined = 20_000;

function dictionarySign(text: string): string | null {
	const beginning = text.slice(0, examined);
	return beginning.search(pythonObject) === -1 ? null : (pythonDictionary.exec(beginning)?.[0] ?? null);
}

function objectSign(text: string): string | null {
	const beginning = text.slice(0, examined);
	return beginning.search(nodeObject) === -1 ? null : (nodeEvent.exec(beginning)?.[0] ?? null);
}

const isolated =
	'A printed event does not show which of its fields were absent on the wire and which were null.';

/** Events that the SDK adds to those of the wire, for convenience. */
const ofSdk: ReadonlySet<string> = new Set([
	'text',
	'input_json',
	'citation',
	'thinking',
	'signature',
	'compaction',
]);

function importPrinted(text: string, pattern: RegExp): Promise<Imported> {
	const events: SseEvent[] = [];
	const answers: SseEvent[] = [];
	const start = new RegExp(pattern.source, 'g');
	let torn = 0;
	let isTorn = false;
	let added = 0;
	for (let match = start.exec(text); match !== null; match = start.exec(text)) {
		const literal = readLiteral(text, match.index);
		if (literal === null) {
			torn += isTorn ? 0 : 1;
			isTorn = true;
			continue;
		}

		isTorn = false;
		const type = stringAt(literal.value, 'type');
		if (isObject(literal.value) && isMessagesType(type)) {
			events.push({event: type, data: printJson(asSent(literal.value, type))});
		} else if (isObject(literal.value) && type === 'message') {
			answers.push({event: null, data: printJson(withoutAbsent(literal.value))});
		}

		added += ofSdk.has(type) ? 1 : 0;
		// What holds events, such as a log entry, is looked into.
		start.lastIndex = type === '' ? match.index + 1 : literal.end;
	}

	const left = added === 0 ? [] : [`${added} events that the SDK added to those of the wire were left out.`];
	return importEvents(events.length === 0 ? answers : events, {
		notes: [isolated, ...left],
		loss: tornWords(torn),
	});
}

/** What the API sends as null. The SDK's classes have many more fields that are None because they were not sent. */
const nullable: ReadonlySet<string> = new Set(['stop_reason', 'stop_sequence']);

/** Without the fields that the SDK added: the snapshots in the events that end a block or the message. */
function asSent(value: JsonObject, type: string): Json {
	const {message: _, content_block: __, ...rest} = value;
	return withoutAbsent(type === 'message_stop' || type === 'content_block_stop' ? rest : value);
}

function withoutAbsent(value: Json): Json {
	if (Array.isArray(value)) {
		return value.map(withoutAbsent);
	}

	return isObject(value)
		? Object.fromEntries(
				Object.entries(value).flatMap(([key, inner]) =>
					inner === undefined || (inner === null && !nullable.has(key)) ? [] : [[key, withoutAbsent(inner)]],
				),
			)
		: value;
}
