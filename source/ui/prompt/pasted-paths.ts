// The paths in a text that was pasted, or that a terminal types for files that were dragged onto it.

/** Longer texts, and those with more paths, are no list of files. */
const maxText = 8000;
const maxPaths = 20;

/** The readings of a text in which something looks like a path; empty for any other text. */
export function pastedPaths(text: string, platform: NodeJS.Platform): ReadonlyArray<readonly string[]> {
	return pathReadings(text, platform).filter(
		paths =>
			paths.some(path => looksLikePath(path, platform)) && !paths.some(path => isRemote(path, platform)),
	);
}

/**
 * What paths a text may mean, the likeliest first: each line as it is, or the words as a shell reads them. Whether the files exist decides.
 * Empty for a text that is too long for a list of files.
 */
export function pathReadings(text: string, platform: NodeJS.Platform): ReadonlyArray<readonly string[]> {
	const trimmed = text.trim();
	if (trimmed === '' || trimmed.length > maxText || trimmed.includes('\0')) {
		return [];
	}

	const lines = trimmed.split(/\s*[\r\n]+\s*/);
	const words = shellWords(trimmed, platform === 'win32');
	const readings = [lines, ...(words === null ? [] : [words])].map(paths =>
		paths.map(path => fromUrl(path, platform)),
	);
	const isNew = (paths: readonly string[], index: number) =>
		index === 0 || JSON.stringify(paths) !== JSON.stringify(readings[0]);
	return readings.filter((paths, index) => paths.length <= maxPaths && isNew(paths, index));
}

/** A path has a slash. A bare name looks like one only if it ends like a picture or a PDF. */
function looksLikePath(path: string, platform: NodeJS.Platform): boolean {
	return (
		path.includes('/') ||
		(platform === 'win32' && path.includes('\\')) ||
		/^[^\\]+\.(?:png|jpe?g|gif|webp|pdf)$/i.test(path)
	);
}

/** Windows would sign in to the host of such a path, which a text from elsewhere may name. */
function isRemote(path: string, platform: NodeJS.Platform): boolean {
	return platform === 'win32' && /^[\\/]{2}/.test(path);
}

/** The path of a `file:` URL of this machine; anything else as it is. */
function fromUrl(word: string, platform: NodeJS.Platform): string {
	if (!/^file:\/\//i.test(word) || !URL.canParse(word)) {
		return word;
	}

	const {hostname, pathname} = new URL(word);
	try {
		const path = decodeURIComponent(pathname);
		return hostname === '' || hostname === 'localhost' ? (platform === 'win32' ? path.slice(1) : path) : word;
	} catch {
		// A stray per cent sign.
		return word;
	}
}

/** The words of a line as a shell reads them, with its quotes and backslashes; `null` if a quote is not closed. On Windows, a backslash is itself. */
function shellWords(line: string, isWindows: boolean): readonly string[] | null {
	const words: string[] = [];
	const pattern = isWindows
		? /'([^']*)'|"([^"]*)"|()([^\s'"])|(\s+)/gsy
		: /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\])|(\s+)/gsy;
	let isInWord = false;
	let end = 0;
	for (const match of line.matchAll(pattern)) {
		const [whole, single, double, escaped, plain, gap] = match;
		end = match.index + whole.length;
		if (gap !== undefined) {
			isInWord = false;
			continue;
		}

		const inQuotes = isWindows ? double : double?.replaceAll(/\\(["\\$`])/g, '$1');
		const piece = single ?? inQuotes ?? (plain || escaped) ?? '';
		if (isInWord) {
			words[words.length - 1] += piece;
		} else {
			words.push(piece);
			isInWord = true;
		}
	}

	return end === line.length ? words : null;
}
