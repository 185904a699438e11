import {parseHead} from '../../recording/imports/import-body.js';
import {type EventConsumer, openTraceSource, type TraceSource} from '../../recording/open-trace-source.js';
import {recogniseFormat} from '../../recording/recognise-format.js';

/** An opened source. `body` is the text of a bare stream as it came over the wire, `''` otherwise. */
export type Capture = TraceSource & {readonly body: string};

/** How much of a text is enough to recognise it, in UTF-16 units. */
const beginningLength = 65_536;

/** In UTF-16 units: half of what V8 keeps in one string. */
const maxBody = 2 ** 28;

/**
 * Opens a file's content and keeps the text of a bare stream, which shows details that its events do not. An empty file is a stream
 * without events. `consumer` gets the events of a recording, which the capture then lacks. Throws what the source throws.
 */
export async function openCapture(
	source: AsyncIterable<Uint8Array | string>,
	consumer: EventConsumer | null = null,
): Promise<Capture> {
	const keeper = createKeeper();
	const opened = await openTraceSource(tee(source, keeper), 'sse', consumer);
	return {
		...opened,
		body: keeper.body(),
		notes: keeper.isFull()
			? [...opened.notes, 'It is too long to check its text: only its events were checked.']
			: opened.notes,
	};
}

type Keeper = {
	take(piece: Uint8Array | string): void;
	body(): string;
	/** True where a body was longer than can be kept. */
	isFull(): boolean;
};

async function* tee(
	source: AsyncIterable<Uint8Array | string>,
	keeper: Keeper,
): AsyncGenerator<Uint8Array | string> {
	for await (const piece of source) {
		keeper.take(piece);
		yield piece;
	}
}

/** Keeps the text as long as it may be a stream's body. The byte order mark stays, because it is a finding. */
function createKeeper(): Keeper {
	const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
	let text = '';
	let isNeeded = true;
	let isFull = false;
	return {
		take(piece) {
			const before = text.length;
			text += isNeeded ? (typeof piece === 'string' ? piece : decoder.decode(piece, {stream: true})) : '';
			if (before < beginningLength && text.length >= beginningLength && !isBody(text)) {
				isNeeded = false;
				text = '';
			}

			if (text.length > maxBody) {
				isFull = true;
				isNeeded = false;
				text = '';
			}
		},
		isFull: () => isFull,
		body() {
			if (!isBody(text)) {
				return '';
			}

			return /^\uFEFF?\s*HTTP\//.test(text) ? text.slice(parseHead(text, true)?.length ?? 0) : text;
		},
	};
}

function isBody(text: string): boolean {
	const format = recogniseFormat(text.slice(0, beginningLength));
	return text !== '' && (format === 'sse' || format === 'http');
}
