// Writes the tables of README.md anew: `npm run readme`.

import {readFileSync, writeFileSync} from 'node:fs';
import {withTables} from './readme-tables.js';

const file = new URL('../README.md', import.meta.url);
writeFileSync(file, withTables(readFileSync(file, 'utf8')));
