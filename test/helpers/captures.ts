import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {streamFixtures} from './stream-fixtures.js';

const folder = new URL('../../../shared/streams/', import.meta.url);

/** The body of a `/v1/messages` stream. `kind` says how unchanged a captured stream is: `real`, `trimmed`, `synthetic` … */
export type Capture = {
	readonly name: string;
	readonly kind: string;
	readonly path: string;
	readonly body: string;
};

/** The captured streams beside the project, or none if they are not there. */
export const foundCaptures: readonly Capture[] = existsSync(folder) ? readCaptures() : [];

/** Every stream to test with: the fixtures, and the captures if available. */
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
