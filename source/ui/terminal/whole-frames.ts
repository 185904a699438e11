const begin = '\u001B[?2026h';
const end = '\u001B[?2026l';

/**
 * The terminal, for Ink to draw on. Ink writes a frame in three: the mark of a synchronized update, what changed, the mark of its end. Here
 * they go out in one write, which costs a third and is never seen half done.
 */
export function wholeFrames(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
	let held: string | null = null;
	const write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
		if (typeof chunk !== 'string' || (held === null && chunk !== begin)) {
			return Reflect.apply(stdout.write, stdout, [chunk, ...rest]);
		}

		held = (held ?? '') + chunk;
		if (chunk !== end) {
			return true;
		}

		const frame = held;
		held = null;
		return stdout.write(frame);
	};

	return new Proxy(stdout, {
		get(target, key) {
			if (key === 'write') {
				return write;
			}

			const value: unknown = Reflect.get(target, key);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
}
