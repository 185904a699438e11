import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import type {Size} from '../screen/layout.js';
import {pairKeys} from './pair-keys.js';

const keyRoom = 20;

const signs: ReadonlyArray<readonly [sign: string, words: string]> = [
	['=', 'both have the event, and it brings the same'],
	['≠', 'it brings something else'],
	['<', 'only A has it'],
	['>', 'only B has it'],
];

/** The keys, and what the signs between the logs mean. Always `height` rows. */
export function pairHelpRows({width, height}: Size): readonly Row[] {
	const rows: readonly Row[] = [
		[segment(' Keys', 'title')],
		...pairKeys.flatMap(({keys, help}) => entryRows(keys.join(' '), help, width)),
		[],
		[segment(' Between the two logs', 'title')],
		...signs.flatMap(([sign, words]) => entryRows(sign, words, width)),
	];
	return Array.from({length: height}, (_, index) => rows[index] ?? []);
}

function entryRows(name: string, words: string, width: number): readonly Row[] {
	return wrapText(words, width - keyRoom).lines.map(
		({text}, index): Row => [
			segment(` ${(index === 0 ? name : '').padEnd(keyRoom - 2)} `, 'accent'),
			segment(text),
		],
	);
}
