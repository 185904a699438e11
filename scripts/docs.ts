// Regenerates the tables of README.md and docs/: `npm run docs`.

import {readFileSync, writeFileSync} from 'node:fs';
import {docPages, withTables} from './doc-tables.js';

for (const page of docPages()) {
	writeFileSync(page, withTables(readFileSync(page, 'utf8')));
}
