/** Neighbouring cells of one style, given as SGR parameters. They begin where the stretch before them ends. */
export type Stretch = {readonly end: number; readonly style: string};

/** A row whose characters take one cell each, and its stretches. What follows the last of them is blank and unstyled. */
export type StyledCells = {readonly characters: string; readonly stretches: readonly Stretch[]};

/** The styles active at a cell, by group. `next` caches the styles reached by the codes that have followed: there are few. */
type Style = {
	readonly key: string;
	readonly groups: Readonly<Record<string, string>>;
	readonly next: Map<string, Style>;
};

const introducer = '\u001B[';
const plain: Style = {key: '', groups: {}, next: new Map()};

/** The code that closes each group of styles. */
const closers: ReadonlyMap<string, string> = new Map([
	['39', 'foreground'],
	['49', 'background'],
	['22', 'weight'],
	['23', 'italic'],
	['24', 'underline'],
	['27', 'inverse'],
	['29', 'strike'],
]);

/** Reads a row whose characters all take one cell. */
export function styledCells(row: string): StyledCells {
	let characters = '';
	const stretches: Stretch[] = [];
	eachStretch(row, (text, style) => {
		characters += text;
		stretches.push({end: characters.length, style});
	});
	return {characters, stretches};
}

/** A row's text without its styles, and whether all of them end with it, so that none carries over to the next row. */
export function withoutStyles(row: string): {readonly text: string; readonly endsPlain: boolean} {
	let text = '';
	const last = eachStretch(row, part => {
		text += part;
	});
	return {text, endsPlain: last === ''};
}

/** Calls `take` with each stretch of one style, in order. Returns the style active at the end of the row. */
function eachStretch(row: string, take: (text: string, style: string) => void): string {
	let style = plain;
	let from = 0;
	let start = row.indexOf(introducer);
	while (start !== -1) {
		const end = endOfParameters(row, start + introducer.length);
		if (row.charAt(end) === 'm') {
			if (start > from) {
				take(row.slice(from, start), style.key);
			}

			style = styleAfter(style, row.slice(start + introducer.length, end));
			from = end + 1;
		}

		start = row.indexOf(introducer, end);
	}

	if (from < row.length) {
		take(from === 0 ? row : row.slice(from), style.key);
	}

	return style.key;
}

/** The offset after the digits and semicolons at `from`. */
function endOfParameters(row: string, from: number): number {
	let end = from;
	for (
		let code = row.charCodeAt(end);
		(code >= 48 && code <= 57) || code === 59;
		code = row.charCodeAt(end)
	) {
		end++;
	}

	return end;
}

function styleAfter(style: Style, code: string): Style {
	const known = style.next.get(code);
	if (known !== undefined) {
		return known;
	}

	const groups = changed(style.groups, code);
	const key = Object.values(groups).join(';');
	const next = key === '' ? plain : {key, groups, next: new Map()};
	// A program has few styles. Endless made-up styles must not fill the memory.
	if (style.next.size < 256) {
		style.next.set(code, next);
	}

	return next;
}

function changed(groups: Style['groups'], code: string): Style['groups'] {
	if (code === '' || code === '0') {
		return {};
	}

	const closed = closers.get(code);
	if (closed !== undefined) {
		const {[closed]: _, ...rest} = groups;
		return rest;
	}

	return {...groups, [groupOf(code)]: code};
}

function groupOf(code: string): string {
	const number = Number(code.split(';')[0]);
	if ((number >= 30 && number <= 38) || (number >= 90 && number <= 97)) {
		return 'foreground';
	}

	if ((number >= 40 && number <= 48) || number >= 100) {
		return 'background';
	}

	return ['', 'weight', 'weight', 'italic', 'underline', '', '', 'inverse', '', 'strike'][number] || code;
}
