/**
 * One step of a compiled regular expression. `split` and `jump` name the next instructions. A test says whether a character passes; an edge,
 * whether the place between two characters does (`undefined` at the ends of the text).
 */
export type Instruction =
	| {readonly op: 'character'; readonly test: (code: number) => boolean}
	| {readonly op: 'edge'; readonly test: (before: number | undefined, after: number | undefined) => boolean}
	| {readonly op: 'split'; readonly next: readonly [number, number]}
	| {readonly op: 'jump'; readonly next: number}
	| {readonly op: 'match'};

/**
 * Whether a match ends at or after `from`. Follows all ways at once (Thompson's construction), so the time grows with the text's length times
 * the program's, never exponentially as in JavaScript's own engine: a person's expression cannot stop the screen.
 */
export function runRegex(program: readonly Instruction[], text: string, from = 0): boolean {
	let now: number[] = [];
	const marks = new Int32Array(program.length).fill(-1);
	for (let at = 0; at <= text.length; at++) {
		const before = at === 0 ? undefined : text.charCodeAt(at - 1);
		const after = at === text.length ? undefined : text.charCodeAt(at);
		const open: number[] = [];
		// A match may begin at every place.
		const waiting = [0, ...now.reverse()];
		while (waiting.length > 0) {
			const index = waiting.pop() ?? 0;
			const step = program[index];
			if (step === undefined || marks[index] === at) {
				continue;
			}

			marks[index] = at;
			if (step.op === 'match' && at >= from) {
				return true;
			}

			if (step.op === 'character') {
				open.push(index);
			} else if (step.op === 'jump') {
				waiting.push(step.next);
			} else if (step.op === 'split') {
				waiting.push(step.next[1], step.next[0]);
			} else if (step.op === 'edge' && step.test(before, after)) {
				waiting.push(index + 1);
			}
		}

		now = [];
		if (after !== undefined) {
			for (const index of open) {
				const step = program[index];
				if (step?.op === 'character' && step.test(after)) {
					now.push(index + 1);
				}
			}
		}
	}

	return false;
}
