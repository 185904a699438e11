import {createLineSplitter, type LineSplitter} from '../split-lines.js';

/**
 * One block of a curl trace. `at` is the time of day in milliseconds, `null` without `--trace-time`. Each character of `bytes` is one byte.
 * `isExact` is false for `--trace-ascii`, which writes line feeds and non-ASCII bytes as dots. `isWhole` is false if lines of it are missing.
 */
export type CurlBlock = {
	readonly kind: 'send header' | 'send data' | 'recv header' | 'recv data';
	readonly at: number | null;
	readonly bytes: string;
	readonly isExact: boolean;
	readonly isWhole: boolean;
};

/** `12:34:56.789012 [0-0] <= Recv data, 270 bytes (0x10e)`: the time comes from `--trace-time`, the numbers from `--trace-ids`. */
const blockPattern =
	/^(?:(\d\d):(\d\d):(\d\d\.\d+) )?(?:\[[^\]]*\] )?(?:== Info:|(?:=>|<=) (Send|Recv) (.*?), (\d+) bytes)/;
/** The body on the same terminal leaves its last line open, so a block may start anywhere in a line that is not a dump. */
const tornPattern =
	/(?:\d\d:\d\d:\d\d\.\d+ )?(?:\[[^\]\s]*\] )?(?:== Info: |(?:=>|<=) (?:Send|Recv) [\w ]+, \d+ bytes \(0x)/;
const dumpPattern = /^([0-9a-f]{4,}): (.*)$/;
const hexPattern = /^(?:[0-9a-f]{2} ){1,16}(?= |$|.{1,16}$)/;

/** True for a line that starts a block of a curl trace. */
export function isCurlTraceLine(line: string): boolean {
	return blockPattern.test(line);
}

type OpenBlock = Omit<CurlBlock, 'bytes' | 'isExact' | 'isWhole'> & {
	readonly size: number;
	readonly dump: Array<{readonly offset: number; readonly text: string}>;
};

/** Yields each block of a trace once it is complete, and curl's remarks. TLS bytes are left out. */
export function createCurlBlockReader(
	onBlock: (block: CurlBlock) => void,
	onRemark: (line: string) => void,
): LineSplitter {
	let open: OpenBlock | null = null;
	let isHex: boolean | null = null;

	const close = () => {
		if (open !== null) {
			const {kind, at, size, dump} = open;
			const bytes = isHex ? dump.map(({text}) => fromHex(text)).join('') : fromAscii(dump, size);
			onBlock({kind, at, bytes, isExact: isHex === true, isWhole: bytes.length === size});
		}

		open = null;
	};

	const splitter = createLineSplitter(line => {
		const [, offset, text] = dumpPattern.exec(line?.replace(/\r$/, '') ?? '') ?? [];
		if (offset !== undefined && text !== undefined) {
			isHex ??= hexPattern.test(text);
			addDump(open, Number.parseInt(offset, 16), text);
			return;
		}

		const torn = tornPattern.exec(line ?? '');
		const start = torn === null ? null : blockPattern.exec(line?.slice(torn.index) ?? '');
		if (start !== null) {
			close();
			open = openBlock(start);
			onRemark(start[4] === undefined ? (line ?? '') : '');
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

/** A line that a terminal or an editor doubled has the offset of the one before. */
function addDump(block: OpenBlock | null, offset: number, text: string): void {
	if (block !== null && block.dump.at(-1)?.offset !== offset) {
		block.dump.push({offset, text});
	}
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
	const pairs = text.slice(0, 48).match(/\b[\da-f]{2}\b/g) ?? [];
	return String.fromCharCode(...pairs.map(pair => Number.parseInt(pair, 16)));
}

/** A CRLF is not shown but breaks the line, so the next offset is two higher than the shown line suggests. */
function fromAscii(dump: OpenBlock['dump'], size: number): string {
	return dump
		.map(({offset, text}, index) => {
			const next = dump[index + 1]?.offset ?? size;
			const shown = text.slice(0, Math.max(0, next - offset));
			return next - offset - shown.length === 2 ? `${shown}\r\n` : shown;
		})
		.join('');
}
