/** Styles and hyperlinks. */
const escapes = /(\u001B\[[\d;]*m|\u001B\]8;[^\u0007\u001B]*(?:\u0007|\u001B\\))/;

/** A styled line with parts of it lit, whatever styles begin or end inside them. `isLit` says so of each UTF-16 unit of the plain text. */
export function lightParts(
	line: string,
	isLit: (index: number) => boolean,
	light: (part: string) => string,
): string {
	let lit = '';
	let offset = 0;
	for (const [index, part] of line.split(escapes).entries()) {
		if (index % 2 === 1) {
			lit += part;
			continue;
		}

		let from = 0;
		for (let to = 1; to <= part.length; to++) {
			const isEnd = to === part.length || isLit(offset + to) !== isLit(offset + from);
			if (isEnd) {
				const run = part.slice(from, to);
				lit += isLit(offset + from) ? light(run) : run;
				from = to;
			}
		}

		offset += part.length;
	}

	return lit;
}
