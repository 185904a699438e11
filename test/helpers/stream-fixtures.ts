import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {Capture} from './captures.js';

const folder = new URL('../fixtures/streams/', import.meta.url);

/**
 * A hand-made body of a stream. `findings` has the severity and rule of each distinct finding, in order. `surfaces` are the SDK's helpers that
 * know every block in it.
 */
export type StreamFixture = Capture & {
	readonly kind: 'valid' | 'legal' | 'broken';
	readonly surfaces: ReadonlyArray<'stable' | 'beta'>;
	readonly findings: readonly string[];
};

/** The hand-made streams in the repository. Together they contain each block, delta and ending that the SDK knows. */
export const streamFixtures: readonly StreamFixture[] = readFileSync(new URL('index.tsv', folder), 'utf8')
	.trimEnd()
	.split('\n')
	.slice(1)
	.map(line => {
		const [name = '', kind = '', surface = '', findings = ''] = line.split('\t');
		const url = new URL(name, folder);
		return {
			name,
			kind: kindOf(kind, name),
			surfaces: surface === 'beta' ? ['beta'] : ['stable', 'beta'],
			findings: findings === '' ? [] : findings.split(', '),
			path: fileURLToPath(url),
			body: readFileSync(url, 'utf8'),
		};
	});

function kindOf(kind: string, name: string): StreamFixture['kind'] {
	if (kind === 'valid' || kind === 'legal' || kind === 'broken') {
		return kind;
	}

	throw new Error(`${name} has no kind in index.tsv`);
}
