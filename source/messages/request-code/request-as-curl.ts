import {type CodeHeaders, codeHeaders, type HttpRequest, withoutCredentials} from './http-request.js';
import {escapeInvisible} from './source-literal.js';

/** Linux rejects a single argument of 128 KiB or more. */
const maxArgument = 100_000;

/**
 * The request as a `curl` command for a POSIX shell. It reads the key from the environment, and `-N` shows events as they arrive. A body too
 * long for an argument is sent through standard input.
 */
export function requestAsCurl(request: HttpRequest): string {
	const lines = [
		`curl -N ${quote(withoutCredentials(request.url))}`,
		...headerOptions(codeHeaders(request)),
		"-H 'content-type: application/json'",
	];
	const json = escapeInvisible(JSON.stringify(request.body, null, 2) ?? 'null');
	// A UTF-16 unit takes at most three bytes in UTF-8.
	if (json.length * 3 < maxArgument) {
		return [...lines, `-d ${quote(json)}`].join(' \\\n  ');
	}

	// A line of indented JSON is never the bare word that ends the text.
	return `${[...lines, "--data-binary @- <<'END'"].join(' \\\n  ')}\n${json}\nEND`;
}

function headerOptions({auth, version, betas}: CodeHeaders): readonly string[] {
	return [
		...(auth === 'bearer' ? ['-H "authorization: Bearer $ANTHROPIC_API_KEY"'] : []),
		...(auth === 'x-api-key' ? ['-H "x-api-key: $ANTHROPIC_API_KEY"'] : []),
		...(version === null ? [] : [`-H ${quote(`anthropic-version: ${version}`)}`]),
		...(betas === null ? [] : [`-H ${quote(`anthropic-beta: ${betas}`)}`]),
	];
}

/** Quotes one argument. Inside single quotes, only the single quote is special to the shell. */
function quote(text: string): string {
	return /^[\w./:=@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
