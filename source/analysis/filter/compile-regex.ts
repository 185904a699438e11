import type {Instruction} from './regex-program.js';
import {RegexError, type RegexNode, RegexReader} from './regex-reader.js';

/** A longer program takes too long over a long text. */
const maxProgram = 500;

/**
 * Compiles a regular expression with JavaScript's syntax, without back references and look-around, which cannot be run in linear time. Flags:
 * `i` ignores case, `s` lets a dot match newlines. Throws a `RegexError`.
 */
export function compileRegex(source: string, flags: string): readonly Instruction[] {
	const unknown = [...flags].find(flag => flag !== 'i' && flag !== 's');
	if (unknown !== undefined) {
		throw new RegexError(`There is no flag ${JSON.stringify(unknown)}: only i and s are known.`);
	}

	const node = new RegexReader(source, flags).read();
	const program: Instruction[] = [];
	emit(node, program);
	program.push({op: 'match'});
	return program;
}

function emit(node: RegexNode, program: Instruction[]): void {
	if (program.length > maxProgram) {
		throw new RegexError('The expression is too large: repeat fewer times.');
	}

	switch (node.kind) {
		case 'step': {
			program.push(node.step);
			break;
		}

		case 'sequence': {
			for (const inner of node.nodes) {
				emit(inner, program);
			}

			break;
		}

		case 'either': {
			emitEither(node.nodes, program);
			break;
		}

		case 'repeat': {
			emitRepeat(node, program);
		}
	}
}

function emitEither(nodes: readonly RegexNode[], program: Instruction[]): void {
	const ends: number[] = [];
	for (const [index, inner] of nodes.entries()) {
		const isLast = index === nodes.length - 1;
		const split = program.length;
		if (!isLast) {
			program.push({op: 'split', next: [split + 1, split + 1]});
		}

		emit(inner, program);
		if (!isLast) {
			ends.push(program.length);
			program.push({op: 'match'});
			program[split] = {op: 'split', next: [split + 1, program.length]};
		}
	}

	for (const end of ends) {
		program[end] = {op: 'jump', next: program.length};
	}
}

function emitRepeat(
	{node, min, max}: {readonly node: RegexNode; readonly min: number; readonly max: number | null},
	program: Instruction[],
): void {
	for (let count = 0; count < min; count++) {
		emit(node, program);
	}

	for (let count = min; count < (max ?? min + 1); count++) {
		const split = program.length;
		program.push({op: 'split', next: [split + 1, split + 1]});
		emit(node, program);
		if (max === null) {
			program.push({op: 'jump', next: split});
		}

		program[split] = {op: 'split', next: [split + 1, program.length]};
	}
}
