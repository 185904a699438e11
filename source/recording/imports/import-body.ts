import {foreignStream} from '../../messages/dialect.js';
import {createSseParser} from '../../wire/parse-sse.js';
import type {CaptureFormat, ReadOptions} from './capture-format.js';
import {eventsRunTogether} from './events-run-together.js';
import type {Importer} from './imported.js';
import {exchangeEvents} from './imported-exchange.js';
import {limitedImporter} from './limited-importer.js';
import {createSyntheticPace, syntheticResponseTime, type TimedSse} from './synthetic-pace.js';

const sseLine = /^(?:event|data|id|retry)?:/;

/** A line that hardly any other text has. */
const strongLine = /^(?:event: ?(?:message|content_block|ping|error)|data: ?[{[])/;

/** The share of lines that have to be those of a stream. YAML has a few of them as well, such as `data:`. */
const enough = 0.3;

export const bodyFormat: CaptureFormat = {
	name: 'sse',
	title: 'the body of a stream',
	shortTitle: 'raw stream',
	writers: '`curl -N`, `ask --raw`, and most gateways and tests',
	times: 'none',
	// A broken stream may contain some lines of JSON, so stream lines decide unless most lines are JSON objects.
	sign({lines, objects}) {
		const fields = lines.filter(some => sseLine.test(some));
		const line = fields.find(some => strongLine.test(some)) ?? fields[0];
		const isStream = fields.length >= lines.length * enough || fields.some(some => strongLine.test(some));
		return line !== undefined && isStream && objects.length * 2 <= lines.length
			? `lines of an event stream, such as ${line.slice(0, line.indexOf(':') + 1)}`
			: null;
	},
	reader: {
		takes: 'pieces',
		create: options => limitedImporter(createBodyImporter(options)),
	},
};

/** In UTF-16 units: half of what V8 keeps in one string. */
const maxKeptBody = 2 ** 28;

/** Imports a stream's body as `curl -N` writes it. */
function createBodyImporter({keepsBody}: ReadOptions): Importer {
	const events: TimedSse[] = [];
	const pace = createSyntheticPace(syntheticResponseTime);
	const parser = createSseParser(sse => events.push(pace(sse)));
	const kept = createBodyKeeper(keepsBody);
	let beginning = '';
	let isStream: boolean | null = null;

	const take = (text: string) => {
		if (isStream === true) {
			parser.feed(text);
			return;
		}

		beginning += text;
		// The lines showed that it is a stream, so JSON before the first event is a stray line.
		isStream ??= beginning.trim() === '' ? null : !/^\s*</.test(beginning);
		if (isStream) {
			parser.feed(beginning);
			beginning = '';
		}
	};

	return {
		feed(text) {
			kept.take(text);
			take(text);
		},
		end() {
			parser.end();
			const at = syntheticResponseTime;
			const run = isStream === false ? [] : eventsRunTogether(events.map(({sse}) => sse));
			if (run.length > 0) {
				events.splice(0, events.length, ...run.map(createSyntheticPace(at)));
			}

			const foreign = isStream === false ? null : foreignStream(events.map(({sse}) => sse));
			return {
				...(foreign === null ? {} : {refusal: `This is ${foreign}.`}),
				...(run.length === 0 ? {} : {loss: noBlankLines}),
				body: kept.body(),
				events: exchangeEvents({
					exchange: 1,
					requestAt: 0,
					request: null,
					responseAt: at,
					status: 0,
					headers: [],
					content: isStream === false ? {kind: 'body', at, data: beginning} : {kind: 'stream', events},
					endAt: events.at(-1)?.at ?? at,
				}),
				pacing: 'synthetic',
				skipped: [],
				notes: kept.isFull() ? ['It is too long to check its text: only its events were checked.'] : [],
			};
		},
	};
}

const noBlankLines =
	'There is no blank line in it, so a client would get no event. Tools such as grep leave blank lines out, and so do collectors of logs.';

function createBodyKeeper(isNeeded: boolean) {
	let body = '';
	let isFull = false;
	return {
		take(text: string) {
			isFull ||= isNeeded && body.length + text.length > maxKeptBody;
			body = isFull || !isNeeded ? '' : body + text;
		},
		body: () => body,
		isFull: () => isFull,
	};
}
