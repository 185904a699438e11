import {transformSync} from 'esbuild';
import {type CodeToken, tokenize} from './code-tokens.js';

/** A small fault in a file: the original code and its replacement. `code` is the whole file as JavaScript. */
export type Mutant = {
	readonly line: number;
	readonly before: string;
	readonly after: string;
	readonly code: string;
};

type Edit = {readonly start: number; readonly end: number; readonly text: string};

const signs = new Map([
	['===', ['!==']],
	['!==', ['===']],
	['<', ['<=', '>']],
	['<=', ['<']],
	['>', ['>=', '<']],
	['>=', ['>']],
	['&&', ['||']],
	['||', ['&&']],
	['??', ['&&']],
	['+', ['-']],
	['-', ['+']],
	['*', ['/']],
	['/', ['*']],
	['%', ['*']],
	['++', ['--']],
	['--', ['++']],
	['+=', ['-=']],
	['-=', ['+=']],
	['!', ['']],
	// A condition is made always true, then always false.
	['?', ['|| true ?', '&& false ?']],
]);
const words = new Map([
	['true', ['false']],
	['false', ['true']],
	['min', ['max']],
	['max', ['min']],
	['some', ['every']],
	['every', ['some']],
	['startsWith', ['endsWith']],
	['endsWith', ['startsWith']],
]);

/** Statements to keep, because the code would not work without them, such as declarations. */
const keptStatements = new Set([
	'import',
	'export',
	'const',
	'let',
	'type',
	'function',
	'class',
	'async',
	'case',
	'default',
]);

/**
 * Every mutant of a file, in line order. Edits that are not valid code, or that change only types, are left out, because they produce no
 * JavaScript or the same.
 */
export function mutantsOf(source: string, loader: 'ts' | 'tsx'): readonly Mutant[] {
	const compile = (code: string) => transformSync(code, {loader, jsx: 'automatic', logLevel: 'silent'}).code;
	const original = compile(source);
	const tokens = tokenize(source);
	const edits = [
		...tokens.flatMap((token, index) => tokenEdits(token, tokens[index - 1])),
		...conditionEdits(tokens),
		...statementEdits(tokens),
	].toSorted((a, b) => a.start - b.start);

	const seen = new Set([original]);
	return edits.flatMap(({start, end, text}) => {
		try {
			const code = compile(source.slice(0, start) + text + source.slice(end));
			const isNew = !seen.has(code);
			seen.add(code);
			const line = source.slice(0, start).split('\n').length;
			return isNew ? [{line, before: source.slice(start, end), after: text, code}] : [];
		} catch {
			return [];
		}
	});
}

function tokenEdits({kind, text, start}: CodeToken, before: CodeToken | undefined): readonly Edit[] {
	const replaced = (texts: readonly string[]) =>
		texts.map(other => ({start, end: start + text.length, text: other}));
	switch (kind) {
		case 'sign': {
			return replaced(signs.get(text) ?? []);
		}

		case 'word': {
			return replaced(words.get(text) ?? []);
		}

		case 'number': {
			return /^\d+$/.test(text) ? replaced([`${Number(text) + 1}`]) : [];
		}

		case 'string': {
			const isPath = before?.text === 'from' || before?.text === 'import';
			return isPath ? [] : replaced([text.length === 2 ? "'mutant'" : "''"]);
		}

		case 'regex':
		case 'template': {
			return [];
		}
	}
}

/** Makes the condition of `if` and `while` always true or always false. An endless loop is not a mutant. */
function conditionEdits(tokens: readonly CodeToken[]): readonly Edit[] {
	return tokens.flatMap(({text, kind}, index) => {
		if (kind !== 'word' || (text !== 'if' && text !== 'while')) {
			return [];
		}

		const close = closingOf(tokens, index + 1);
		const start = (tokens[index + 1]?.start ?? 0) + 1;
		return (text === 'if' ? ['true', 'false'] : ['false']).map(value => ({
			start,
			end: close?.start ?? start,
			text: value,
		}));
	});
}

/** Removes statements, and the values of `return`. */
function statementEdits(tokens: readonly CodeToken[]): readonly Edit[] {
	return tokens.flatMap((first, index) => {
		const previous = tokens[index - 1]?.text ?? '{';
		if (!['{', '}', ';'].includes(previous) || keptStatements.has(first.text) || first.kind !== 'word') {
			return [];
		}

		const end = endOfStatement(tokens, index);
		if (end === null) {
			return [];
		}

		const text = first.text === 'return' ? 'return;' : '';
		return [{start: first.start, end: end.start + 1, text}];
	});
}

/** The semicolon that ends the statement beginning at a token. `null` for one that ends with a block, or is not a statement. */
function endOfStatement(tokens: readonly CodeToken[], from: number): CodeToken | null {
	let depth = 0;
	for (const token of tokens.slice(from)) {
		depth += depthOf(token);
		if (
			depth < 0 ||
			(depth === 0 &&
				token.text === '}' &&
				/^(?:if|for|while|switch|try|else|do)$/.test(tokens[from]?.text ?? ''))
		) {
			return null;
		}

		if (depth === 0 && token.text === ';') {
			return token;
		}
	}

	return null;
}

function closingOf(tokens: readonly CodeToken[], open: number): CodeToken | undefined {
	let depth = 0;
	return tokens.slice(open).find(token => {
		depth += depthOf(token);
		return depth === 0;
	});
}

function depthOf({kind, text}: CodeToken): number {
	if (kind === 'template') {
		return (text.endsWith('${') ? 1 : 0) - (text.startsWith('}') ? 1 : 0);
	}

	return kind !== 'sign' ? 0 : /^[([{]$/.test(text) ? 1 : /^[)\]}]$/.test(text) ? -1 : 0;
}
