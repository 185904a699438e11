import {fileURLToPath} from 'node:url';
import {buildSync} from 'esbuild';
import {pageLicence} from './page-licence.js';

// When run from source, the page is bundled here. The built program needs no esbuild, because scripts/bundle.mjs runs this module and puts
// the two texts in its place.

const {outputFiles} = buildSync({
	entryPoints: ['page.ts', 'page.css'].map(name =>
		fileURLToPath(new URL(`../../page/${name}`, import.meta.url)),
	),
	outdir: '/',
	bundle: true,
	platform: 'browser',
	format: 'iife',
	target: 'es2024',
	minify: true,
	write: false,
	logLevel: 'silent',
	banner: {js: pageLicence},
});

function textOf(extension: string): string {
	return outputFiles.find(({path}) => path.endsWith(extension))?.text ?? '';
}

/** The script of an exported page, from source/page/page.ts and what it imports. */
export const pageScript = textOf('.js');

/** The style sheet of an exported page, source/page/page.css. */
export const pageStyle = textOf('.css');
