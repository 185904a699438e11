// Writes the fixture of what the demo server sends: `npm run hashes`. Run it when the bytes are meant to change.

import {writeFileSync} from 'node:fs';
import {wireHashes} from './wire-hashes.js';

writeFileSync(new URL('../test/fixtures/demo-wire.tsv', import.meta.url), `${wireHashes().join('\n')}\n`);
