/**
 * The line of every value in a JSON text, by its path as JSON: `["steps",0,"text"]`. For a text that `JSON.parse` takes.
 */
export function jsonPlaces(text: string): ReadonlyMap<string, number> {
	const places = new Map<string, number>();
	const path: Array<string | number> = [];
	let line = 1;
	let end = 0;
	let isKey = false;
	for (const {0: token, index} of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)) {
		line += text.slice(end, index).split('\n').length - 1;
		end = index;
		switch (token) {
			case '{':
				places.set(JSON.stringify(path), line);
				path.push('');
				isKey = true;
				break;
			case '[':
				places.set(JSON.stringify(path), line);
				path.push(0);
				isKey = false;
				break;
			case '}':
			case ']':
				path.pop();
				isKey = false;
				break;
			case ',': {
				const last = path.at(-1);
				isKey = typeof last === 'string';
				path[path.length - 1] = typeof last === 'number' ? last + 1 : '';
				break;
			}
			case ':':
				isKey = false;
				break;
			default:
				if (isKey) {
					path[path.length - 1] = String(JSON.parse(token));
				} else {
					places.set(JSON.stringify(path), line);
				}
		}
	}

	return places;
}
