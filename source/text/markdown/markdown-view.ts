// What a rendering of Markdown depends on besides its text.

/** Gives text its look. Adds escape sequences of colour and weight around it at most; never changes its characters. */
export type Paint = (text: string) => string;

/** The look of each part. The parts nest: inside strong text, code is painted first and then made strong. */
export type MarkdownStyle = {
	/** A heading with its `#` signs; `depth` is 1 to 6. */
	readonly heading: (text: string, depth: number) => string;
	readonly strong: Paint;
	readonly emphasis: Paint;
	readonly strikethrough: Paint;
	/** Code inside a line. */
	readonly code: Paint;
	/** A row of a code block, or the parts of it that have no scope. */
	readonly codeBlock: Paint;
	/** A part of highlighted code. `scope` is highlight.js's name: `keyword`, `string`, `title function_`, … */
	readonly codeScope: (text: string, scope: string) => string;
	/** The language above a code block. */
	readonly codeLabel: Paint;
	/** The text of a link or an image. */
	readonly link: Paint;
	/** The address in parentheses after it. */
	readonly url: Paint;
	/** The bar before a quote. */
	readonly quoteBar: Paint;
	readonly quote: Paint;
	/** A bullet, a number or a check box. */
	readonly listMarker: Paint;
	readonly rule: Paint;
	readonly tableBorder: Paint;
	readonly tableHeader: Paint;
	/** HTML, which is shown as it is written. */
	readonly html: Paint;
	/** Whether the text holds marks of what is highlighted, which are no part of it. */
	readonly isBookmarked?: true;
};

/** A stretch of code with highlight.js's scope, or `null` for none. */
export type CodeSpan = {readonly text: string; readonly scope: string | null};

/** Splits code into spans that together are the code again; `null` for a language it does not know. */
export type Highlight = (code: string, language: string) => readonly CodeSpan[] | null;

/**
 * `width` is in cells, at least 1. Without `highlight`, before it is loaded for instance, code has one look. A view is a value to keep:
 * what was rendered is only built upon while it is the same object.
 */
export type MarkdownView = {
	readonly width: number;
	readonly style: MarkdownStyle;
	readonly highlight: Highlight | null;
};

/**
 * One display line: styled, at most as wide as the view. `start` and `end` are offsets into the Markdown of what it came from: a row
 * of a fenced code block has its line, a line of a list its item, any other its block. A blank line between blocks has no extent.
 */
export type MarkdownLine = {readonly text: string; readonly start: number; readonly end: number};
