import {Readable} from 'node:stream';
import {type FileReport, reportFile} from '../../source/commands/inspect/file-report.js';
import {knownPrices} from '../../source/messages/prices.js';

/** What `inspect` says of a file with this content. */
export async function inspected(content: Uint8Array | string): Promise<FileReport> {
	const open = () => Readable.from([typeof content === 'string' ? Buffer.from(content) : content]);
	return reportFile('a file', {open, canReopen: true}, {isStrict: false, prices: knownPrices});
}

/** The verdict in a word or two. */
export function verdictOf({isValid, isJudged, error}: FileReport): string {
	if (!isJudged) {
		return error === null ? 'incomplete' : 'not judged';
	}

	return isValid ? 'valid' : 'not valid';
}

/** The names of the rules that were broken. */
export function rulesOf({exchanges}: FileReport): readonly string[] {
	return exchanges.flatMap(({findings}) => findings.map(({rule}) => rule));
}
