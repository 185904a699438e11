import {isObject, type JsonObject, objectAt, parseJson, stringAt} from '../../wire/json.js';
import type {SseEvent} from '../../wire/sse-event.js';
import type {SkippedLines} from '../recording.js';
import {createLineSplitter} from '../split-lines.js';
import type {CaptureFormat} from './capture-format.js';
import {eventOf} from './frame-messages.js';
import {importEvents, isTorn, tornWords} from './import-events.js';
import type {Importer} from './imported.js';

/** `b'…'` in a line that Python printed, and the bytes of a chunk in base64. */
const pythonChunk = /^\{'chunk': \{'bytes': b(['"])(.*)\1/;
const base64Event = /^eyJ[\w+/=]+$/;

export const bedrockFormat: CaptureFormat = {
	name: 'bedrock',
	title: 'chunks from Bedrock',
	shortTitle: 'Bedrock chunks',
	writers:
		'scripts that print the chunks of `InvokeModelWithResponseStream`, the AWS CLI, and binary `vnd.amazon.eventstream` bodies',
	times: 'none',
	sign({lines, objects}) {
		if (objects.some(value => base64Event.test(bytesOf(value)))) {
			return 'lines of JSON with an event in base64';
		}

		return lines.some(line => pythonChunk.test(line))
			? "lines that begin with {'chunk': {'bytes': b'…"
			: null;
	},
	reader: {takes: 'pieces', create: createBedrockImporter},
};

/** The bytes of a chunk, at the top or in `chunk`. */
function bytesOf(value: JsonObject): string {
	const inner = [objectAt(value, 'chunk'), objectAt(value, 'PayloadPart'), value];
	return inner.map(some => stringAt(some, 'bytes')).find(bytes => bytes !== '') ?? '';
}

function createBedrockImporter(): Importer {
	const events: SseEvent[] = [];
	const skipped: SkippedLines[] = [];
	let torn = 0;
	const splitter = createLineSplitter((line, number) => {
		const event = line === null ? null : eventIn(line);
		if (event !== null) {
			events.push(event);
		} else if (line?.trim() !== '') {
			torn += isTorn(line) ? 1 : 0;
			skipped.push({line: number, last: number, reason: 'not a chunk'});
		}
	});
	return {
		feed: splitter.feed,
		end() {
			splitter.end();
			return importEvents(events, {skipped, loss: tornWords(torn)});
		},
	};
}

function eventIn(line: string): SseEvent | null {
	const [, , python] = pythonChunk.exec(line) ?? [];
	if (python !== undefined) {
		const data = unescapeBytes(python);
		return {event: stringAt(parseJson(data), 'type') || null, data};
	}

	const value = parseJson(line);
	if (!isObject(value)) {
		return null;
	}

	const bytes = bytesOf(value);
	if (bytes !== '') {
		return eventOf(JSON.stringify({bytes}), '');
	}

	// An exception stands in the place of a chunk, under its own name.
	const [name = '', inner] = Object.entries(value)[0] ?? [];
	return isObject(inner) ? {event: name, data: JSON.stringify(inner)} : null;
}

/** The text of a Python `bytes` literal. */
function unescapeBytes(literal: string): string {
	const latin1 = literal.replaceAll(
		/\\(?:x([\da-f]{2})|(.))/g,
		(_, hex: string | undefined, other: string) => {
			return hex === undefined
				? (controls.get(other) ?? other)
				: String.fromCharCode(Number.parseInt(hex, 16));
		},
	);
	return Buffer.from(latin1, 'latin1').toString('utf8');
}

const controls: ReadonlyMap<string, string> = new Map([
	['n', '\n'],
	['r', '\r'],
	['t', '\t'],
]);
