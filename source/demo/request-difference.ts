import {isObject, type Json} from '../wire/json.js';
import {type CanonicalRequest, canonicalKey} from './canonical-request.js';

/** How many differences are named. */
const maxNamed = 3;

/** The most characters of a value that are shown. */
const maxShown = 60;

type Leaf = readonly [path: string, value: string];

/**
 * Says in what a request differs from the one that is nearest to it: `model: "a", recorded: "b"`. An empty text if nothing was recorded for its
 * path.
 */
export function describeDifference(
	asked: CanonicalRequest,
	recorded: ReadonlyArray<CanonicalRequest | null>,
): string {
	const others = new Map(
		recorded.flatMap(other =>
			other?.method === asked.method && other.path === asked.path ? [[canonicalKey(other), other]] : [],
		),
	);
	const [nearest] = [...others.values()]
		.map(other => differences(asked.body, other.body))
		.sort((one, other) => one.length - other.length);
	if (nearest === undefined) {
		return '';
	}

	const more = nearest.length - maxNamed;
	return nearest.slice(0, maxNamed).join('; ') + (more > 0 ? `; and ${more} more` : '');
}

function differences(asked: Json, recorded: Json): readonly string[] {
	const [one, other] = [leavesOf(asked), leavesOf(recorded)];
	const paths = [...new Set([...one.keys(), ...other.keys()])];
	return paths
		.filter(path => one.get(path) !== other.get(path))
		.map(path => `${path}: ${one.get(path) ?? 'nothing'}, recorded: ${other.get(path) ?? 'nothing'}`);
}

function leavesOf(value: Json): ReadonlyMap<string, string> {
	const leaves: Leaf[] = [];
	const open: Array<readonly [path: string, value: Json]> = [['', value]];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		const [path, part] = next;
		const fields = Array.isArray(part) ? [...part.entries()] : isObject(part) ? Object.entries(part) : null;
		if (fields === null || fields.length === 0) {
			// The body itself is no field.
			leaves.push(...(path === '' ? [] : [[path, shown(part)] as const]));
			continue;
		}

		open.push(
			...fields.map(
				([name, field]) => [path === '' ? String(name) : `${path}.${name}`, field ?? null] as const,
			),
		);
	}

	return new Map(leaves.reverse());
}

/** Long texts that differ behind their beginning are told apart by their length. */
function shown(value: Json): string {
	const text = JSON.stringify(value);
	return text.length > maxShown ? `${text.slice(0, maxShown)}… (${text.length} characters)` : text;
}
