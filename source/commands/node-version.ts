// Loaded by any Node, however old: nothing newer than modules may be used here.

/** What to tell the user of a Node that is too old (`22.11.0`), or `null` when it is new enough. */
export function oldNodeMessage(version: string): string | null {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return major > 22 || (major === 22 && minor >= 12)
		? null
		: `streamscope needs Node 22.12 or newer; this is Node ${version}. Node is at https://nodejs.org/download.`;
}
