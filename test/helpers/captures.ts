import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {streamFixtures} from './stream-fixtures.js';

const folder = new URL('../../../shared/streams/', import.meta.url);

/** The body of a `/v1/messages` stream. `kind` says how untouched a captured one is: `real`, `trimmed`, `synthetic` … */
export type Capture = {
	readonly name: string;
	readonly kind: string;
	readonly path: string;
	readonly body: string;
};

/** The captured streams that lie beside the project, or none where they are not there. */
export const foundCaptures: readonly Capture[] = existsSync(folder) ? readCaptures() : [];

/** Every stream that there is to test with: the fixtures, and what was captured where it is there. */
export const captures: readonly Capture[] = [...streamFixtures, ...foundCaptures];

function readCaptures(): readonly Capture[] {
	const kinds = new Map(
		readFileSync(new URL('index.tsv', folder), 'utf8')
			.split('\n')
			.map(line => line.split('\t'))
			.map(([file = '', kind = '']) => [file, kind]),
	);
	return readdirSync(folder)
		.filter(file => file.endsWith('.sse'))
		.map(file => {
			const url = new URL(file, folder);
			return {
				name: file,
				kind: kinds.get(file) ?? 'unknown',
				path: fileURLToPath(url),
				body: readFileSync(url, 'utf8'),
			};
		});
}
