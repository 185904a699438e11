/** Finds the element with an id in the page's markup. Throws if it is missing or of another kind. */
export function findElement<Kind extends Element>(id: string, kind: abstract new () => Kind): Kind {
	const element = document.getElementById(id);
	if (element instanceof kind) {
		return element;
	}

	throw new Error(`The page has no ${kind.name} with the id ${id}.`);
}
