/** JSON with a space after each colon and comma, as the API writes a tool's input. */
export function spacedJson(value: unknown): string {
	if (Array.isArray(value)) {
		return `[${value.map(spacedJson).join(', ')}]`;
	}

	if (typeof value === 'object' && value !== null) {
		const members = Object.entries(value).map(
			([name, member]) => `${JSON.stringify(name)}: ${spacedJson(member)}`,
		);
		return `{${members.join(', ')}}`;
	}

	return JSON.stringify(value);
}
