export type TextPlace = {
	/** Both count from 1; a column is a UTF-16 unit. */
	readonly line: number;
	readonly column: number;
};

/**
 * Where a text stops being JSON (RFC 8259), or `null` where it is JSON throughout. `JSON.parse` does not tell the place of every fault.
 */
export function jsonFault(text: string): TextPlace | null {
	const blank = String.raw`[ \t\n\r]*`;
	const string = String.raw`"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"`;
	const number = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`;
	let offset = 0;

	/** Goes on behind the pattern if it comes next. */
	const take = (pattern: string): boolean => {
		const expression = new RegExp(`${blank}(?:${pattern})`, 'y');
		expression.lastIndex = offset;
		const isNext = expression.test(text);
		offset = isNext ? expression.lastIndex : offset;
		return isNext;
	};

	const takeList = (takeItem: () => boolean, close: string): boolean => {
		if (take(close)) {
			return true;
		}

		do {
			if (!takeItem()) {
				return false;
			}
		} while (take(','));
		return take(close);
	};

	const takeMember = (): boolean => take(string) && take(':') && takeValue();
	const takeValue = (): boolean =>
		take(`${string}|${number}|true|false|null`) ||
		(take('\\{') && takeList(takeMember, '\\}')) ||
		(take('\\[') && takeList(takeValue, '\\]'));

	const isValue = takeValue();
	take('');
	return isValue && offset === text.length ? null : placeOf(text, offset);
}

function placeOf(text: string, offset: number): TextPlace {
	const before = text.slice(0, offset).split(/\r\n|\n|\r/);
	return {line: before.length, column: (before.at(-1)?.length ?? 0) + 1};
}
