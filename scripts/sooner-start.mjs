// Changes two packages in the bundle so that they do when they are used what they do when they are loaded.

import {readFile} from 'node:fs/promises';

/**
 * V8 takes 25 ms to build the set of all emoji, and most screens show none. Every recommended emoji holds one of the characters that are tested
 * first: one that is an emoji by itself, or the selector U+FE0F (Unicode Technical Standard 51, ED-27).
 */
const lateEmoji = source =>
	source.replace(
		'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
		`let rgiEmoji;
const rgiEmojiRegex = {
	test(segment) {
		return /[\\p{Emoji_Presentation}\\uFE0F]/u.test(segment) && (rgiEmoji ??= /^\\p{RGI_Emoji}$/v).test(segment);
	},
};`,
	);

/** Yoga fetches its own code from a `data:` URL, and for that Node loads the whole of undici. */
const unfetchedYoga = source =>
	source.replace(
		/^(.*)"data:application\/octet-stream;base64,([\w+/=]+)"(.*)export default loadYoga;/s,
		(_, start, code, rest) =>
			`const wasmBinary = Buffer.from('${code}', 'base64');\n${start}"data:application/octet-stream;base64,"${rest}export default () => loadYoga({wasmBinary});`,
	);

const changes = [
	[/[\\/]string-width[\\/]index\.js$/, lateEmoji],
	[/[\\/]yoga-wasm-base64-esm\.js$/, unfetchedYoga],
];

/** The plugin for esbuild. The build fails if a package no longer has the words that are changed. */
export const soonerStart = {
	name: 'sooner-start',
	setup({onLoad, onEnd}) {
		const done = new Set();
		for (const [filter, change] of changes) {
			onLoad({filter}, async ({path: file}) => {
				const before = await readFile(file, 'utf8');
				const contents = change(before);
				if (contents !== before) {
					done.add(filter);
				}

				return {contents};
			});
		}

		onEnd(() => {
			if (done.size !== changes.length) {
				throw new Error(
					'string-width or yoga-layout is not what scripts/sooner-start.mjs changes: look at it again.',
				);
			}
		});
	},
};
