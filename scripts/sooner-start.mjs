// Changes two packages in the bundle so that they do when they are used what they do when they are loaded.

import {readFile} from 'node:fs/promises';

/**
 * V8 takes 25 ms to build the set of all emoji. Only those of several characters need it: the recommended emoji of one character are all that are
 * emoji by themselves but the halves of flags, and those of a character and the selector U+FE0F are all other emoji but the keys of a telephone
 * (Unicode Technical Standard 51, ED-20 and ED-27).
 */
const lateEmoji = source =>
	source.replace(
		'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
		`let rgiEmoji;
const rgiEmojiRegex = {
	test(segment) {
		if (!/[\\p{Emoji_Presentation}\\uFE0F]/u.test(segment)) {
			return false;
		}

		if (/^.\\uFE0F?$/su.test(segment)) {
			return /^(?:[\\p{Emoji_Presentation}--\\p{Regional_Indicator}]|[\\p{Emoji}--\\p{Emoji_Presentation}--[0-9#*]]\\uFE0F)$/v.test(segment);
		}

		return (rgiEmoji ??= /^\\p{RGI_Emoji}$/v).test(segment);
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
