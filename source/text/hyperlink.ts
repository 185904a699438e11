/** Longer addresses make no hyperlinks, because some terminals read no further. */
const maxLength = 2083;

const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** The parts of an address that may become a hyperlink, or `null`. `URL` encodes every character that a terminal could obey. */
function readAddress(address: string): URL | null {
	const url = URL.canParse(address) ? new URL(address) : null;
	return url !== null && schemes.has(url.protocol) && url.href.length <= maxLength ? url : null;
}

/**
 * Wraps `text` in the sequence OSC 8, which makes it a hyperlink
 * (https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda). Only web and mail addresses become hyperlinks.
 */
export function hyperlink(text: string, address: string): string {
	const url = readAddress(address);
	return url === null ? text : `\u001B]8;;${url.href}\u001B\\${text}\u001B]8;;\u001B\\`;
}

/** What to show of a hyperlink's address, so that its text cannot pretend to lead elsewhere: the host of a web address, else all of it. */
export function shortAddress(address: string): string {
	const host = readAddress(address)?.host;
	return host === undefined || host === '' ? address : host;
}
