import type {LineWrapping} from './line-wrappings.js';

/** What `cat -A` and `cat -e` do: a `$` shows where each line ends. `null` if it is missing behind one of the lines. */
export function shownEnds(beginning: string): LineWrapping | null {
	// The last line may be cut.
	const lines = beginning.split('\n').slice(0, -1);
	return lines.length > 1 && lines.every(line => line.endsWith('$'))
		? {title: 'the marks of cat -A', create: () => line => `${withoutMarks(line)}\n`}
		: null;
}

function withoutMarks(line: string): string {
	const text = line.replace(/(?:\^M)*\$$/, '').replaceAll('^I', '\t');
	return text.includes('M-') ? decodeMarks(text) : text;
}

/** `M-bM-^@M-^T` are the three bytes of a dash. Anything that does not come out as UTF-8 was meant as it is. */
function decodeMarks(text: string): string {
	const bytes = text.replaceAll(/M-(\^?)([ -~])/g, (_, control: string, character: string) =>
		String.fromCharCode(128 + (character.charCodeAt(0) ^ (control === '' ? 0 : 64))),
	);
	const decoded = Buffer.from(bytes, 'latin1').toString('utf8');
	return decoded.includes('\uFFFD') ? text : decoded;
}
