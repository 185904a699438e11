import {drawOddClusters, type OddClusters} from '../../text/odd-clusters.js';

const begin = '\u001B[?2026h';
const end = '\u001B[?2026l';

/** Of a terminal that does not know its size, or says 0×0. */
const usualSize = {columns: 80, rows: 24} as const;

/**
 * Wraps the terminal that Ink draws on. Ink writes a frame in three parts: the start mark of a synchronized update, the changes, and the
 * end mark. Here they go out in one write, which costs a third and never shows half a frame. Odd clusters
 * are drawn in a form that takes the cells they were measured with. Until the terminal knows its size, it is taken to be 80×24.
 */
export function wholeFrames(
	stdout: NodeJS.WriteStream,
	oddClusters: OddClusters = new Set(),
): NodeJS.WriteStream {
	let held: string | null = null;
	const write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
		if (typeof chunk !== 'string' || (held === null && chunk !== begin)) {
			const drawn = typeof chunk === 'string' ? drawOddClusters(chunk, oddClusters) : chunk;
			return Reflect.apply(stdout.write, stdout, [drawn, ...rest]);
		}

		held = (held ?? '') + chunk;
		if (chunk !== end) {
			return true;
		}

		const frame = held;
		held = null;
		return stdout.write(drawOddClusters(frame, oddClusters));
	};

	return new Proxy(stdout, {
		get(target, key) {
			if (key === 'write') {
				return write;
			}

			const value: unknown = Reflect.get(target, key);
			if (key === 'columns' || key === 'rows') {
				return Number(value) > 0 ? value : usualSize[key];
			}

			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
}
