/** A value of mitmproxy's files. Bytes stay bytes; a dictionary is a map, because its keys come from outside. */
export type TnetValue =
	| Uint8Array
	| string
	| number
	| boolean
	| null
	| readonly TnetValue[]
	| ReadonlyMap<string, TnetValue>;

/** Deeper nesting than this is no flow. */
const maxDepth = 50;

/**
 * Reads the values that stand one after the other, each as `LENGTH:CONTENT` and a sign for its type. `isWhole` is false if the bytes end inside one, or
 * go on with something else.
 *
 * @see https://tnetstrings.info/
 */
export function readTnetstrings(bytes: Uint8Array): {
	readonly values: readonly TnetValue[];
	readonly isWhole: boolean;
} {
	const values: TnetValue[] = [];
	let offset = 0;
	while (offset < bytes.length) {
		const read = readOne(bytes, offset, 0);
		if (read === null) {
			return {values, isWhole: false};
		}

		values.push(read.value);
		offset = read.end;
	}

	return {values, isWhole: true};
}

type Read = {readonly value: TnetValue; readonly end: number};

function readOne(bytes: Uint8Array, offset: number, depth: number): Read | null {
	const [whole = '', digits] = /^(\d{1,10}):/.exec(text(bytes.subarray(offset, offset + 11))) ?? [];
	const start = offset + whole.length;
	const end = start + Number(digits);
	if (digits === undefined || end >= bytes.length || depth > maxDepth) {
		return null;
	}

	const value = typedValue(String.fromCharCode(bytes[end] ?? 0), bytes.subarray(start, end), depth);
	return value === undefined ? null : {value, end: end + 1};
}

/** `undefined` for a sign that does not exist. */
function typedValue(sign: string, content: Uint8Array, depth: number): TnetValue | undefined {
	switch (sign) {
		case ',': {
			return content;
		}

		case ';': {
			return text(content);
		}

		case '#':
		case '^': {
			return Number(text(content));
		}

		case '!': {
			return text(content) === 'true';
		}

		case '~': {
			return null;
		}

		case ']': {
			return listOf(content, depth);
		}

		case '}': {
			const items = listOf(content, depth);
			return items === undefined ? undefined : mapOf(items);
		}

		default: {
			return undefined;
		}
	}
}

function listOf(content: Uint8Array, depth: number): readonly TnetValue[] | undefined {
	const items: TnetValue[] = [];
	let offset = 0;
	while (offset < content.length) {
		const read = readOne(content, offset, depth + 1);
		if (read === null) {
			return undefined;
		}

		items.push(read.value);
		offset = read.end;
	}

	return items;
}

function mapOf(items: readonly TnetValue[]): ReadonlyMap<string, TnetValue> {
	return new Map(
		items.flatMap((key, index) =>
			index % 2 === 0 ? [[tnetText(key), items[index + 1] ?? null] as const] : [],
		),
	);
}

/** A text, or bytes as text; `''` for anything else. */
export function tnetText(value: TnetValue | undefined): string {
	return value instanceof Uint8Array ? text(value) : typeof value === 'string' ? value : '';
}

function text(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('utf8');
}
