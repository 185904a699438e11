import {formatTokens} from '../../text/format-numbers.js';
import {prepareLexer} from '../../text/markdown/prepare-lexer.js';
import {truncate} from '../../text/text-width.js';

/**
 * Does one step at a time what the first answer would otherwise wait for: Node loads `fetch`, `Intl` its rules for numbers and graphemes, and
 * V8 compiles the regular expressions of Markdown. Each of them takes 10 to 60 ms, so none belongs to the start.
 */
export function* prepareAnswer(): Generator<unknown> {
	yield globalThis.Response;
	yield formatTokens(1000);
	yield truncate('👍', 1);
	yield* prepareLexer();
}
