/** A row cell by cell: its characters, one cell each, and the styles that are on at each of them, as SGR parameters. */
export type StyledCells = {
	readonly characters: string;
	readonly styles: readonly string[];
};

type Style = {readonly [group: string]: string};

const sgr = /\u001B\[([\d;]*)m/g;

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
	let characters = '';
	const styles: string[] = [];
	let style: Style = {};
	let key = '';
	let offset = 0;
	const take = (text: string) => {
		characters += text;
		for (let index = 0; index < text.length; index++) {
			styles.push(key);
		}
	};

	for (const match of row.matchAll(sgr)) {
		take(row.slice(offset, match.index));
		offset = match.index + match[0].length;
		style = changed(style, match[1] ?? '');
		key = Object.values(style).join(';');
	}

	take(row.slice(offset));
	return {characters, styles};
}

/** True for a row whose styles all end with it, so that none need be carried over to the next one. */
export function endsPlain(row: string): boolean {
	if (!row.includes('\u001B')) {
		return true;
	}

	const open = new Set<string>();
	for (const [, code = ''] of row.matchAll(sgr)) {
		const closed = closers.get(code);
		if (closed !== undefined) {
			open.delete(closed);
		} else if (code === '' || code === '0') {
			open.clear();
		} else {
			open.add(groupOf(code));
		}
	}

	return open.size === 0;
}

function changed(style: Style, code: string): Style {
	if (code === '' || code === '0') {
		return {};
	}

	const closed = closers.get(code);
	if (closed !== undefined) {
		const {[closed]: _, ...rest} = style;
		return rest;
	}

	return {...style, [groupOf(code)]: code};
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
