/** A header line, then a line for each row (RFC 4180). Unknown values are empty. */
export function csv(
	names: readonly string[],
	rows: ReadonlyArray<ReadonlyArray<string | number | null>>,
): string {
	const lines = [names, ...rows.map(row => row.map(value => quoted(String(value ?? ''))))];
	return lines.map(cells => `${cells.join(',')}\r\n`).join('');
}

function quoted(text: string): string {
	const harmless = formula.test(text) ? `'${text}` : text;
	return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A spreadsheet runs a cell that begins like this as a formula; an apostrophe in front makes it text. Source: https://owasp.org/www-community/attacks/CSV_Injection */
const formula = /^[=+\-@\t\r]/;
