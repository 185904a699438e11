/** A member of the outermost object: where its key begins, where its value begins, and where that ends, as offsets in the text. */
type Member = {readonly name: string; readonly start: number; readonly value: number; readonly end: number};

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]|[^\s"{}[\]:,]+/gsu;

/**
 * Sets a member of a JSON object in its text, and leaves every other character as it is. `undefined` removes the member. The text must be a
 * JSON object.
 */
export function editJsonText(text: string, name: string, value: unknown): string {
	const members = membersOf(text);
	const index = members.findLastIndex(member => member.name === name);
	const [found, last] = [members[index], members.at(-1)];
	if (value === undefined) {
		return found === undefined ? text : editJsonText(without(text, members, index), name, undefined);
	}

	const json = JSON.stringify(value);
	if (found !== undefined) {
		return text.slice(0, found.value) + json + text.slice(found.end);
	}

	const member = `${JSON.stringify(name)}: ${json}`;
	if (last === undefined) {
		return text.replace(/\{\s*\}/, () => `{\n\t${member}\n}`);
	}

	// The blank before the last member is the one that the person indents with.
	const [gap = ''] = /\s*$/.exec(text.slice(0, last.start)) ?? [];
	return `${text.slice(0, last.end)},${gap === '' ? ' ' : gap}${member}${text.slice(last.end)}`;
}

function without(text: string, members: readonly Member[], index: number): string {
	const [before, member, after] = [members[index - 1], members[index], members[index + 1]];
	if (member === undefined) {
		return text;
	}

	return after === undefined
		? text.slice(0, before?.end ?? member.start) + text.slice(member.end)
		: text.slice(0, member.start) + text.slice(after.start);
}

function membersOf(text: string): readonly Member[] {
	const members: Member[] = [];
	let depth = 0;
	let key: {readonly name: string; readonly start: number} | null = null;
	let value: number | null = null;
	let end = 0;
	const close = () => {
		if (key !== null && value !== null) {
			members.push({...key, value, end});
		}

		[key, value] = [null, null];
	};

	for (const {0: token, index} of text.matchAll(tokens)) {
		depth -= token === '}' || token === ']' ? 1 : 0;
		if (depth === 0 || (depth === 1 && token === ',')) {
			close();
		} else if (key === null) {
			key = {name: String(JSON.parse(token)), start: index};
		} else if (value === null && token !== ':') {
			value = index;
		}

		depth += token === '{' || token === '[' ? 1 : 0;
		end = index + token.length;
	}

	return members;
}
