import {createLineSplitter, type LineSplitter} from '../split-lines.js';

/**
 * One dump of a curl trace. `at` is the time of day in milliseconds, `null` without `--trace-time`. `bytes` holds a byte in each of its
 * characters; in a trace of `--trace-ascii` line feeds and all that is not ASCII are dots: `isExact` is false.
 */
export type CurlBlock = {
	readonly kind: 'send header' | 'send data' | 'recv header' | 'recv data';
	readonly at: number | null;
	readonly bytes: string;
	readonly isExact: boolean;
};

/** `12:34:56.789012 [0-0] <= Recv data, 270 bytes (0x10e)`, with the time of `--trace-time` and the numbers of `--trace-ids`. */
const blockPattern =
	/^(?:(\d\d):(\d\d):(\d\d\.\d+) )?(?:\[[^\]]*\] )?(?:== Info:|(?:=>|<=) (Send|Recv) (.*?), (\d+) bytes)/;
const dumpPattern = /^([0-9a-f]{4,}): (.*)$/;
const hexPattern = /^(?:[0-9a-f]{2} ){1,16}(?= |$|.{1,16}$)/;

/** True for a line that opens a block of a curl trace. */
export function isCurlTraceLine(line: string): boolean {
	return blockPattern.test(line);
}

type OpenBlock = Omit<CurlBlock, 'bytes' | 'isExact'> & {
	readonly size: number;
	readonly dump: Array<{readonly offset: number; readonly text: string}>;
};

/** Gives out the blocks of a trace as they are complete. Info lines and the bytes of TLS are left out. */
export function createCurlBlockReader(onBlock: (block: CurlBlock) => void): LineSplitter {
	let open: OpenBlock | null = null;
	let isHex: boolean | null = null;

	const close = () => {
		if (open !== null) {
			const {kind, at, size, dump} = open;
			const bytes = isHex ? dump.map(({text}) => fromHex(text)).join('') : fromAscii(dump, size);
			onBlock({kind, at, bytes, isExact: isHex === true});
		}

		open = null;
	};

	const splitter = createLineSplitter(line => {
		const start = blockPattern.exec(line ?? '');
		if (start !== null) {
			close();
			open = openBlock(start);
			return;
		}

		const [, offset, text] = dumpPattern.exec(line?.replace(/\r$/, '') ?? '') ?? [];
		if (open !== null && offset !== undefined && text !== undefined) {
			isHex ??= hexPattern.test(text);
			open.dump.push({offset: Number.parseInt(offset, 16), text});
		}
	});

	return {
		feed: text => splitter.feed(text),
		end() {
			splitter.end();
			close();
		},
	};
}

function openBlock([, hours, minutes, seconds, direction, what, size]: RegExpExecArray): OpenBlock | null {
	const kind = `${direction?.toLowerCase()} ${what}`;
	const at =
		seconds === undefined ? null : ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
	return isKind(kind) ? {kind, at, size: Number(size), dump: []} : null;
}

function isKind(kind: string): kind is CurlBlock['kind'] {
	return ['send header', 'send data', 'recv header', 'recv data'].includes(kind);
}

/** The hexadecimal column is 48 characters wide; the readable one follows it. */
function fromHex(text: string): string {
	const pairs = text.slice(0, 48).trim().split(' ');
	return String.fromCharCode(...pairs.map(pair => Number.parseInt(pair, 16)));
}

/** A CRLF is not shown but breaks the line: the next offset is higher by two than what the line shows. */
function fromAscii(dump: OpenBlock['dump'], size: number): string {
	return dump
		.map(({offset, text}, index) => {
			const next = dump[index + 1]?.offset ?? size;
			const shown = text.slice(0, Math.max(0, next - offset));
			return next - offset - shown.length === 2 ? `${shown}\r\n` : shown;
		})
		.join('');
}
