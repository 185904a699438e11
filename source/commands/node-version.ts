// Any Node must be able to load this file, however old, so it uses nothing newer than modules.

/** The message for a Node that is too old (`22.11.0`), or `null` if it is new enough. */
export function oldNodeMessage(version: string): string | null {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return major > 22 || (major === 22 && minor >= 12)
		? null
		: `streamscope needs Node 22.12 or newer, but this is Node ${version}. Get Node at https://nodejs.org/download.`;
}
