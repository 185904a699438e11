import type {CaptureFormat} from './imports/capture-format.js';
import {captureFormats} from './imports/capture-formats.js';
import {type ForeignContent, foreignContent, isArchive} from './imports/foreign-content.js';
import {type Sample, sampleOf} from './imports/sample.js';

/** What a text is: a format that can be opened, with the sign that shows it, or something else. `null` stands for a blank text. */
export type Recognised =
	| {readonly kind: 'format'; readonly format: CaptureFormat; readonly sign: string}
	| {readonly kind: 'foreign'; readonly content: ForeignContent}
	| null;

/** Recognises the format from the beginning of the content, never from the file's name. */
export function recogniseFormat(beginning: string): Recognised {
	const sample = sampleOf(beginning);
	const found = isArchive(beginning) ? null : recogniseSample(sample);
	return sample.lines.length === 0 ? null : (found ?? {kind: 'foreign', content: foreignContent(sample)});
}

function recogniseSample(sample: Sample): Recognised {
	for (const format of captureFormats) {
		const sign = format.sign(sample);
		if (sign !== null) {
			return {kind: 'format', format, sign};
		}
	}

	return null;
}
