// Collects the licence texts of the packages in a bundle, because the licences require them in every copy.

import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

const licenceFile = /^(licen[cs]e|copying|notice)/i;

/** Returns one text with the licence of each package in `files`, the paths of esbuild's inputs. Throws for a package without a licence. */
export const licenceTexts = files => {
	const folders = new Set(
		files.flatMap(file => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replaceAll('\\', '/'))?.[0] ?? []),
	);
	const parts = [...folders].map(folder => {
		const {name, version, license} = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
		const texts = readdirSync(folder)
			.filter(file => licenceFile.test(file))
			.map(file => readFileSync(path.join(folder, file), 'utf8').trim());
		if (!license && texts.length === 0) {
			throw new Error(`${name} names no licence: it cannot be in the bundle.`);
		}

		const text = texts.length > 0 ? texts.join('\n\n') : 'The package holds no text of its licence.';
		return {name, part: `${name} ${version} (${license ?? 'see below'})\n\n${text}\n`};
	});
	const line = `\n${'-'.repeat(80)}\n\n`;
	return [
		'streamscope holds copies of these packages. Each has its own licence.\n',
		// A package can be installed twice.
		...new Set(parts.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({part}) => part)),
	].join(line);
};
