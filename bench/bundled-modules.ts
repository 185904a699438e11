import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/** Finds the module at a position in a bundle: `source/trace/trace.ts`, `node_modules/ink/build/ink.js`. */
export type BundledModules = {
	/** `offset` is in UTF-16 units, as V8 counts. */
	readonly atOffset: (offset: number) => string | undefined;
	/** `line` counts from 0. */
	readonly atLine: (line: number) => string | undefined;
};

/** esbuild writes each module's path before its code unless it minifies. */
const heading = /^(?: *)\/\/ ((?:source|node_modules|scripts)\/\S+)$/;

export const bundledModules = (bundle: string): BundledModules => {
	const modules: Array<{readonly line: number; readonly offset: number; readonly path: string}> = [];
	let offset = 0;
	for (const [line, text] of bundle.split('\n').entries()) {
		const path = heading.exec(text)?.[1];
		if (path !== undefined) {
			modules.push({line, offset, path});
		}

		offset += text.length + 1;
	}

	return {
		atOffset: place => modules.findLast(module => module.offset <= place)?.path,
		atLine: place => modules.findLast(module => module.line <= place)?.path,
	};
};

/** The modules of a program's scripts by URL. `undefined` for scripts that are not files, such as Node's own. */
export const createBundleReader = (): ((url: string) => BundledModules | undefined) => {
	const known = new Map<string, BundledModules>();
	return url => {
		if (!url.startsWith('file:')) {
			return undefined;
		}

		const modules = known.get(url) ?? bundledModules(readFileSync(fileURLToPath(url), 'utf8'));
		known.set(url, modules);
		return modules;
	};
};
