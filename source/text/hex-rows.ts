import {type Row, segment} from './segment.js';

/** The rows of bytes as `hexdump -C` writes them, with fewer bytes a row where there is less room. */
export type HexRows = {
	readonly count: number;
	/** The rows from `from` up to, but not including, `to`. */
	slice(from: number, to: number): readonly Row[];
};

/** Cells of a row besides those of its bytes: the offset, spaces and the bars around the characters. */
const otherCells = 12;

/** A byte takes three cells in hex, and one as a character. Each eight have a space more. */
const cellsOfByte = 4;

const sizes = [16, 8, 4] as const;

export function hexRows(bytes: Uint8Array, width: number): HexRows {
	const size = sizes.find(bytesInRow => cellsFor(bytesInRow) <= width) ?? 4;
	return {
		count: Math.ceil(bytes.length / size),
		slice: (from, to) =>
			Array.from({length: Math.max(0, Math.min(to, Math.ceil(bytes.length / size)) - from)}, (_, row) =>
				hexRow(bytes, (from + row) * size, size),
			),
	};
}

function cellsFor(bytesInRow: number): number {
	return otherCells + bytesInRow * cellsOfByte + Math.floor(bytesInRow / 8);
}

function hexRow(bytes: Uint8Array, offset: number, size: number): Row {
	const part = bytes.subarray(offset, offset + size);
	const cells = Array.from({length: size}, (_, index) => {
		const byte = part[index];
		const hex = byte === undefined ? '  ' : byte.toString(16).padStart(2, '0');
		return `${hex} ${index % 8 === 7 ? ' ' : ''}`;
	});
	const characters = Array.from(part, byte =>
		byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.',
	);
	return [
		segment(`${offset.toString(16).padStart(8, '0')}  `, 'dim'),
		segment(`${cells.join('')}${size < 8 ? ' ' : ''}`),
		segment(`|${characters.join('')}|`, 'dim'),
	];
}
