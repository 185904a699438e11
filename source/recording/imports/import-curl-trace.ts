import {parseJson} from '../../wire/json.js';
import {createSseParser} from '../../wire/parse-sse.js';
import type {CaptureFormat} from './capture-format.js';
import {type Compression, compressionOf} from './compression.js';
import {type CurlBlock, createCurlBlockReader, isCurlTraceLine} from './curl-trace-blocks.js';
import {createDechunker} from './dechunk.js';
import {decompressPieces} from './decompress-pieces.js';
import {parseHeaders, urlOf} from './http-messages.js';
import {type CapturedExchange, importExchanges} from './import-exchanges.js';
import type {Imported, Importer} from './imported.js';
import {type HeaderList, headerOf} from './read-body.js';
import {repairJson, repairStream} from './repair-ascii.js';
import {createSyntheticPace, syntheticResponseTime, type TimedSse} from './synthetic-pace.js';

export const curlTraceFormat: CaptureFormat = {
	name: 'curl-trace',
	title: 'a curl trace',
	shortTitle: 'curl trace',
	writers: '`curl --trace`, `curl --trace-ascii`',
	times: 'all with `--trace-time`, else none; the reads are real',
	sign({text, lines}) {
		const line = lines.find(isCurlTraceLine);
		return line === undefined || timedDump.test(text)
			? null
			: `curl's own lines, such as "${/(?:==|=>|<=) \w+/.exec(line)?.[0] ?? ''}"`;
	},
	reader: {takes: 'pieces', create: createCurlTraceImporter},
};

/** A dump behind a time of day: something wrote a time before every line, and not curl before its own. */
const timedDump = /^\d\d:\d\d:\d\d(?:\.\d+)? [\da-f]{4,}: /m;

/** The blocks of one request and its response. */
type CurlExchange = {
	readonly sent: CurlBlock[];
	readonly received: CurlBlock[];
};

/** Imports the output of `curl --trace` and `curl --trace-ascii`. The times are real if `--trace-time` was used. */
function createCurlTraceImporter(): Importer {
	const exchanges: CurlExchange[] = [];
	const onClock = createDayClock();
	let isOver = false;
	const onRemark = (remark: string) => {
		isOver ||= lastRemark.test(remark);
	};
	const reader = createCurlBlockReader(block => {
		const {kind, at} = block;
		const timed = {...block, at: at === null ? null : onClock(at)};
		if (kind === 'send header' && exchanges.at(-1)?.received.length !== 0) {
			exchanges.push({sent: [], received: []});
		}

		exchanges.at(-1)?.[kind.startsWith('send') ? 'sent' : 'received'].push(timed);
	}, onRemark);

	return {
		feed: text => reader.feed(text),
		async end() {
			reader.end();
			const received = exchanges.flatMap(exchange => exchange.received);
			const hasTimes = exchanges[0]?.sent[0]?.at !== null && exchanges.length > 0;
			const captured = await Promise.all(exchanges.map(exchangeOf));
			const imported = await importExchanges(captured);
			return {
				...imported,
				pacing: hasTimes ? 'recorded' : 'synthetic',
				notes: [
					...imported.notes,
					...(received.every(({isExact}) => isExact) ? [] : [asciiNote]),
					...(hasTimes ? [] : ['The times are made up, because curl ran without --trace-time.']),
				],
				...(received.every(({isWhole}) => isWhole) ? {} : {loss: 'Lines of the trace are missing.'}),
				...(isOver || !endsEarly(imported) ? {} : {loss: 'The trace ends before curl did.'}),
			};
		},
	};
}

/** What curl says when it has finished with a connection, whatever came over it. */
const lastRemark = /left intact|[Cc]losing connection|shutting down|transfer closed/;

function endsEarly({events}: Imported): boolean {
	return events.some(event => event.type === 'end' && event.error?.kind === 'ended_early');
}

const asciiNote =
	'curl --trace-ascii writes dots for all non-ASCII characters, so they are lost. Use --trace to keep them.';

/** Turns the time of day into a time that goes on after midnight. */
function createDayClock(): (at: number) => number {
	let midnights = 0;
	let last = 0;
	return at => {
		// Lines may be out of order by a little.
		midnights += at < last - 43_200_000 ? 1 : 0;
		last = at;
		return at + midnights * 86_400_000;
	};
}

async function exchangeOf({sent, received}: CurlExchange): Promise<CapturedExchange> {
	const heads = received.filter(({kind}) => kind === 'recv header');
	const lines = heads.map(({bytes}) => bytes).join('\n');
	// After `100 Continue` and the like, another status line follows. The last one counts.
	const head = lines.slice(Math.max(0, lines.lastIndexOf('HTTP/')));
	const headers = parseHeaders(head);
	const request = sent[0]?.at ?? null;
	const response = heads.at(-1)?.at ?? request;
	return {
		...requestOf(sent),
		status: Number(/^HTTP\/[\d.]+ (\d{3})/.exec(head)?.[1] ?? 0),
		headers,
		...(await bodyOf(received, headers, response ?? syntheticResponseTime)),
		isCut: received.some(({isWhole}) => !isWhole),
		times:
			request === null || response === null
				? null
				: {request, response, end: received.at(-1)?.at ?? response},
	};
}

function requestOf(sent: readonly CurlBlock[]) {
	const text = (kind: CurlBlock['kind']) =>
		sent
			.filter(block => block.kind === kind)
			.map(({bytes}) => bytes)
			.join('');
	const head = text('send header');
	const [, method = 'POST', target = '/'] = /^(\S+) (\S+)/.exec(head) ?? [];
	const body = sent.every(({isExact}) => isExact) ? decode(text('send data')) : repairJson(text('send data'));
	return {method, url: urlOf(target, parseHeaders(head)), requestBody: parseJson(body) ?? null};
}

/** What one read brought, without frames and compression. */
type Piece = {readonly at: number | null; readonly text: string};

async function bodyOf(
	received: readonly CurlBlock[],
	headers: HeaderList,
	responseAt: number,
): Promise<Pick<CapturedExchange, 'body' | 'missing'>> {
	const dechunk = /chunked/i.test(headerOf(headers, 'transfer-encoding'))
		? createDechunker()
		: (bytes: string) => bytes;
	const blocks = received.filter(({kind}) => kind === 'recv data');
	const isExact = blocks.every(block => block.isExact);
	const raw = blocks.map(({at, bytes}) => ({at, text: dechunk(bytes)}));
	const named = headerOf(headers, 'content-encoding').trim().toLowerCase();
	if (named !== '' && named !== 'identity' && !isExact) {
		return {body: null, missing: `compressed with ${named}, of which --trace-ascii keeps only the letters`};
	}

	const compression = compressionOf(latin1(raw.map(({text}) => text).join(''))) ?? knownCompression(named);
	const pieces = compression === null ? raw : await decompressed(raw, compression);
	if (pieces === null) {
		return {body: null, missing: `compressed with ${named}, and incomplete or damaged`};
	}

	const whole = pieces.map(({text}) => text).join('');
	return /^\s*[{[<]/.test(whole) || whole.trim() === ''
		? {body: isExact ? latin1(whole) : repairJson(whole)}
		: {body: streamEvents(pieces, isExact ? whole : repairStream(whole), isExact, responseAt)};
}

function knownCompression(name: string): Compression | null {
	return name === 'br' || name === 'deflate' ? name : null;
}

async function decompressed(
	raw: readonly Piece[],
	compression: Compression,
): Promise<readonly Piece[] | null> {
	const {pieces, isWhole} = await decompressPieces(
		raw.map(({text}) => latin1(text)),
		compression,
	);
	return isWhole
		? pieces.map((bytes, index) => ({
				at: (raw[index] ?? raw.at(-1))?.at ?? null,
				text: Buffer.from(bytes).toString('latin1'),
			}))
		: null;
}

function streamEvents(
	pieces: readonly Piece[],
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
		parser.feed(isExact ? decoder.decode(latin1(bytes), {stream: true}) : bytes);
	}

	parser.end();
	return events;
}

function latin1(bytes: string): Buffer {
	return Buffer.from(bytes, 'latin1');
}

function decode(bytes: string): string {
	return latin1(bytes).toString('utf8');
}
