import {existsSync, readdirSync, readFileSync} from 'node:fs';

const folder = new URL('../../../shared/streams/', import.meta.url);

/** One captured body of a `/v1/messages` stream. `kind` says how untouched it is: `real`, `trimmed`, `synthetic` … */
export type Capture = {
	readonly name: string;
	readonly kind: string;
	readonly body: string;
};

/** The captured streams that lie beside the project, or none where they are not there: tests over them are skipped then. */
export const captures: readonly Capture[] = existsSync(folder) ? readCaptures() : [];

function readCaptures(): readonly Capture[] {
	const kinds = new Map(
		readFileSync(new URL('index.tsv', folder), 'utf8')
			.split('\n')
			.map(line => line.split('\t'))
			.map(([file = '', kind = '']) => [file, kind]),
	);
	return readdirSync(folder)
		.filter(file => file.endsWith('.sse'))
		.map(file => ({
			name: file,
			kind: kinds.get(file) ?? 'unknown',
			body: readFileSync(new URL(file, folder), 'utf8'),
		}));
}
