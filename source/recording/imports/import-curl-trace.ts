import type {TraceEvent} from '../../trace/trace-event.js';
import {parseJson} from '../../wire/json.js';
import {createSseParser} from '../../wire/parse-sse.js';
import type {CaptureFormat} from './capture-format.js';
import {type CurlBlock, createCurlBlockReader, isCurlTraceLine} from './curl-trace-blocks.js';
import {createDechunker} from './dechunk.js';
import {parseHeaders} from './import-body.js';
import type {Importer} from './imported.js';
import {exchangeEvents, type ImportedContent} from './imported-exchange.js';
import {repairJson, repairStream} from './repair-ascii.js';
import {createSyntheticPace, syntheticResponseTime, type TimedSse} from './synthetic-pace.js';

export const curlTraceFormat: CaptureFormat = {
	name: 'curl-trace',
	title: 'a curl trace',
	shortTitle: 'curl trace',
	writers: '`curl --trace`, `curl --trace-ascii`',
	times: 'all with `--trace-time`, else none; the reads are real',
	sign({lines}) {
		const line = lines.find(isCurlTraceLine);
		return line === undefined
			? null
			: `curl's own lines, such as "${/(?:==|=>|<=) \w+/.exec(line)?.[0] ?? ''}"`;
	},
	reader: {takes: 'pieces', create: createCurlTraceImporter},
};

/** The blocks of one request and its response. */
type CurlExchange = {
	readonly sent: CurlBlock[];
	readonly received: CurlBlock[];
};

/** Imports the output of `curl --trace` and `curl --trace-ascii`. The times are real if `--trace-time` was used. */
function createCurlTraceImporter(): Importer {
	const exchanges: CurlExchange[] = [];
	let midnights = 0;
	let last = 0;
	const onClock = (at: number) => {
		midnights += at < last ? 1 : 0;
		last = at;
		return at + midnights * 86_400_000;
	};

	const reader = createCurlBlockReader(block => {
		const {kind, at} = block;
		const timed = {...block, at: at === null ? null : onClock(at)};
		const isRequest = kind.startsWith('send');
		if (kind === 'send header' && exchanges.at(-1)?.received.length !== 0) {
			exchanges.push({sent: [], received: []});
		}

		exchanges.at(-1)?.[isRequest ? 'sent' : 'received'].push(timed);
	});

	return {
		feed: text => reader.feed(text),
		end() {
			reader.end();
			const start = exchanges[0]?.sent[0]?.at ?? null;
			const isExact = exchanges.every(({received}) => received.every(block => block.isExact));
			return {
				events: exchanges.flatMap((exchange, index) => eventsOf(exchange, index + 1, start)),
				pacing: start === null ? 'synthetic' : 'recorded',
				skipped: [],
				notes: [
					...(isExact
						? []
						: [
								'curl --trace-ascii writes dots for all non-ASCII characters, so they are lost. Use --trace to keep them.',
							]),
					...(start === null ? ['The times are made up, because curl ran without --trace-time.'] : []),
				],
			};
		},
	};
}

function eventsOf(
	{sent, received}: CurlExchange,
	exchange: number,
	start: number | null,
): readonly TraceEvent[] {
	const since = (block: CurlBlock | undefined) =>
		block === undefined || block.at === null || start === null ? null : block.at - start;
	const requestAt = since(sent[0]) ?? 0;
	const headers = received.filter(({kind}) => kind === 'recv header');
	const responseAt = since(headers.at(-1)) ?? requestAt + syntheticResponseTime;
	const lines = headers.map(({bytes}) => bytes).join('\n');
	// After `100 Continue` and the like, another status line follows. The last one counts.
	const head = lines.slice(Math.max(0, lines.lastIndexOf('HTTP/')));
	const fields = parseHeaders(head);
	const content = contentOf(received, fields, block => since(block), responseAt);
	const lastEvent = content?.kind === 'stream' ? content.events.at(-1)?.at : content?.at;
	return exchangeEvents({
		exchange,
		requestAt,
		request: requestOf(sent),
		responseAt,
		status: Number(/^HTTP\/[\d.]+ (\d{3})/.exec(head)?.[1] ?? 0),
		headers: fields,
		content,
		endAt: since(received.at(-1)) ?? lastEvent ?? responseAt,
	});
}

function requestOf(sent: readonly CurlBlock[]) {
	const text = (kind: CurlBlock['kind']) =>
		sent
			.filter(block => block.kind === kind)
			.map(({bytes}) => bytes)
			.join('');
	const head = text('send header');
	const [, method = 'POST', target = '/'] = /^(\S+) (\S+)/.exec(head) ?? [];
	const host = parseHeaders(head).find(([name]) => name.toLowerCase() === 'host')?.[1] ?? 'unknown';
	const isLocal = /^(localhost|127\.|\[::1\])/.test(host);
	const body = sent.every(({isExact}) => isExact) ? decode(text('send data')) : repairJson(text('send data'));
	// A trace does not show the scheme. Requests to other machines nearly always use TLS.
	return {method, url: `${isLocal ? 'http' : 'https'}://${host}${target}`, body: parseJson(body) ?? null};
}

function contentOf(
	received: readonly CurlBlock[],
	headers: ReturnType<typeof parseHeaders>,
	since: (block: CurlBlock) => number | null,
	responseAt: number,
): ImportedContent | null {
	const header = (name: string) => headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
	const dechunk = header('transfer-encoding') === 'chunked' ? createDechunker() : (bytes: string) => bytes;
	const blocks = received.filter(({kind}) => kind === 'recv data');
	const pieces = blocks.map(block => ({at: since(block), text: dechunk(block.bytes)}));
	const whole = pieces.map(({text}) => text).join('');
	const isExact = blocks.every(block => block.isExact);
	if (whole === '' || header('content-encoding') !== '') {
		return null;
	}

	if (/^\s*[{[<]/.test(whole)) {
		const at = pieces.at(-1)?.at ?? responseAt;
		return {kind: 'body', at, data: isExact ? decode(whole) : repairJson(whole)};
	}

	return {
		kind: 'stream',
		events: streamEvents(pieces, isExact ? whole : repairStream(whole), isExact, responseAt),
	};
}

function streamEvents(
	pieces: ReadonlyArray<{readonly at: number | null; readonly text: string}>,
	whole: string,
	isExact: boolean,
	responseAt: number,
): readonly TimedSse[] {
	const events: TimedSse[] = [];
	const pace = createSyntheticPace(responseAt);
	const decoder = new TextDecoder();
	let read: {at: number | null; chunk: number} = {at: null, chunk: 0};
	let offset = 0;
	const parser = createSseParser(sse => events.push({at: read.at ?? pace(sse).at, chunk: read.chunk, sse}));
	for (const {at, text} of pieces) {
		read = {at, chunk: read.chunk + 1};
		const bytes = whole.slice(offset, offset + text.length);
		offset += text.length;
		parser.feed(isExact ? decoder.decode(Buffer.from(bytes, 'latin1'), {stream: true}) : bytes);
	}

	parser.end();
	return events;
}

function decode(bytes: string): string {
	return Buffer.from(bytes, 'latin1').toString('utf8');
}
