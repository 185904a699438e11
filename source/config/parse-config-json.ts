export type TextPlace = {
	/** Both count from 1; a column is a UTF-16 unit. */
	readonly line: number;
	readonly column: number;
};

export type ParsedJson =
	| {readonly fault: null; readonly value: unknown}
	| {readonly fault: TextPlace; readonly value?: undefined};

/** Parses a JSON text, or returns the place of its first fault. V8's own message is left out, because it may quote the text and a key in it. */
export function parseConfigJson(text: string): ParsedJson {
	const message = parseError(text);
	return message === null ? {fault: null, value: JSON.parse(text)} : {fault: faultPlace(text, message)};
}

function parseError(text: string): string | null {
	try {
		JSON.parse(text);
		return null;
	} catch (error) {
		return (error as SyntaxError).message;
	}
}

function faultPlace(text: string, message: string): TextPlace {
	const [, line, column] = /\(line (\d+) column (\d+)\)$/.exec(message) ?? [];
	if (line !== undefined) {
		return {line: Number(line), column: Number(column)};
	}

	return placeOf(text, isUnexpectedToken(message) ? unexpectedTokenOffset(text) : text.length);
}

function isUnexpectedToken(message: string | null): boolean {
	return message?.startsWith('Unexpected token') ?? false;
}

/** The one fault that V8 gives no place for. The shortest prefix of the text with this fault ends with the token. */
function unexpectedTokenOffset(text: string): number {
	let without = 0;
	let withToken = text.length;
	while (withToken - without > 1) {
		const middle = Math.floor((without + withToken) / 2);
		if (isUnexpectedToken(parseError(text.slice(0, middle)))) {
			withToken = middle;
		} else {
			without = middle;
		}
	}

	return without;
}

function placeOf(text: string, offset: number): TextPlace {
	const before = text.slice(0, offset).split(/\r\n|\n|\r/);
	return {line: before.length, column: (before.at(-1)?.length ?? 0) + 1};
}
