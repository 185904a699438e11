/** A row cell by cell: its characters, one cell each, and the styles that are on at each of them, as SGR parameters. */
export type StyledCells = {
	readonly characters: string;
	readonly styles: readonly string[];
};

/** Styles that are on at a cell, by their groups. `next` holds where the codes lead that have followed so far: they are few. */
type Style = {
	readonly key: string;
	readonly groups: Readonly<Record<string, string>>;
	readonly next: Map<string, Style>;
};

const sgr = /\u001B\[([\d;]*)m/;
const plain: Style = {key: '', groups: {}, next: new Map()};

/** What closes each group of styles. */
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
	const parts = row.split(sgr);
	const characters = parts.filter((_, index) => index % 2 === 0).join('');
	const styles = new Array<string>(characters.length);
	let style = plain;
	let from = 0;
	for (const [index, part] of parts.entries()) {
		if (index % 2 === 1) {
			style = styleAfter(style, part);
		} else {
			styles.fill(style.key, from, from + part.length);
			from += part.length;
		}
	}

	return {characters, styles};
}

/** True for a row whose styles all end with it, so that none need be carried over to the next one. */
export function endsPlain(row: string): boolean {
	return (
		row.split(sgr).reduce((style, part, index) => (index % 2 === 1 ? styleAfter(style, part) : style), plain)
			.key === ''
	);
}

function styleAfter(style: Style, code: string): Style {
	const known = style.next.get(code);
	if (known !== undefined) {
		return known;
	}

	const groups = changed(style.groups, code);
	const key = Object.values(groups).join(';');
	const next = key === '' ? plain : {key, groups, next: new Map()};
	// A program has a few styles; whoever makes up endless ones is not to fill the memory with them.
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
