import {type HttpRequest, withoutCredentials} from './http-request.js';
import {escapeInvisible} from './source-literal.js';

/** Linux refuses a single argument of 128 KiB or more. */
const maxArgument = 100_000;

/**
 * The request as a `curl` command for a POSIX shell. It reads the key from the environment, and `-N` shows events as they come.
 * A body too long for an argument comes through standard input.
 */
export function requestAsCurl({url, body}: HttpRequest): string {
	const lines = [
		`curl -N ${quote(withoutCredentials(url))}`,
		'-H "x-api-key: $ANTHROPIC_API_KEY"',
		"-H 'anthropic-version: 2023-06-01'",
		"-H 'content-type: application/json'",
	];
	const json = escapeInvisible(JSON.stringify(body, null, 2) ?? 'null');
	// In UTF-8 a unit of UTF-16 takes at most three bytes.
	if (json.length * 3 < maxArgument) {
		return [...lines, `-d ${quote(json)}`].join(' \\\n  ');
	}

	// No line of indented JSON is the bare word that ends the text.
	return `${[...lines, "--data-binary @- <<'END'"].join(' \\\n  ')}\n${json}\nEND`;
}

/** One argument: between single quotes nothing is special to the shell but the single quote. */
function quote(text: string): string {
	return /^[\w./:=@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
