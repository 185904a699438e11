import assert from 'node:assert/strict';
import type {Row} from '../../../source/text/segment.js';
import {textWidth} from '../../../source/text/text-width.js';

/** The rows of a drawing as plain text, without trailing spaces. */
export function plain(rows: readonly Row[]): readonly string[] {
	return rows.map(row =>
		row
			.map(({text}) => text)
			.join('')
			.trimEnd(),
	);
}

/** The texts of the segments with a role, joined. */
export function inRole(rows: readonly Row[], role: string): string {
	return rows
		.flat()
		.filter(segment => segment.role === role)
		.map(({text}) => text)
		.join('');
}

/** Checks that no row is wider than `width`, that there are at most `height` rows, and that an ASCII drawing is ASCII. */
export function assertFits(
	rows: readonly Row[],
	{width, height, isAscii}: {readonly width: number; readonly height: number; readonly isAscii: boolean},
): void {
	assert.ok(rows.length <= height, `${rows.length} rows`);
	for (const row of rows) {
		const text = row.map(segment => segment.text).join('');
		assert.ok(textWidth(text) <= width, `${textWidth(text)} cells: ${text}`);
		assert.ok(!isAscii || /^[\u0020-\u007E]*$/.test(text), text);
	}
}
