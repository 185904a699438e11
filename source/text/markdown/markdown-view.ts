// What a rendering of Markdown depends on besides its text.

/** Styles text. Adds only escape sequences for colour and weight around it, and never changes its characters. */
export type Paint = (text: string) => string;

/** The style of each part. Parts nest: inside strong text, code is painted first and then made strong. */
export type MarkdownStyle = {
	/** A heading; `depth` is 1 to 6. */
	readonly heading: (text: string, depth: number) => string;
	readonly strong: Paint;
	readonly emphasis: Paint;
	readonly strikethrough: Paint;
	/** Inline code. */
	readonly code: Paint;
	/** A row of a code block, or the parts of it without a scope. */
	readonly codeBlock: Paint;
	/** A part of highlighted code. `scope` is highlight.js's name: `keyword`, `string`, `title function_`, … */
	readonly codeScope: (text: string, scope: string) => string;
	/** The language and number at the end of the rule above a code block, and the sign of a continued line. */
	readonly codeLabel: Paint;
	/** The text of a link or image. */
	readonly link: Paint;
	/** The address in parentheses after the text. */
	readonly url: Paint;
	/** Makes painted text a hyperlink. Without it, all of the address is shown, else only its host. */
	readonly hyperlink?: (text: string, address: string) => string;
	/** The bar before a quote. */
	readonly quoteBar: Paint;
	readonly quote: Paint;
	/** A bullet, a number or a check box. */
	readonly listMarker: Paint;
	/** A rule between blocks, above code, or below a heading of the first level. */
	readonly rule: Paint;
	readonly tableBorder: Paint;
	readonly tableHeader: Paint;
	/** HTML, which is shown as source. */
	readonly html: Paint;
	/** Whether the text contains highlight markers, which are not part of it. */
	readonly hasHighlights?: true;
};

/** A piece of code with highlight.js's scope, or `null` for none. */
export type CodeSpan = {readonly text: string; readonly scope: string | null};

/** Splits code into spans that join up to the same code. Returns `null` for an unknown language. */
export type Highlight = (code: string, language: string) => readonly CodeSpan[] | null;

/**
 * `width` is in cells, at least 1. Without `highlight`, for instance before it is loaded, all code has one style. Keep the view object: an
 * earlier rendering is reused only with the same object.
 */
export type MarkdownView = {
	readonly width: number;
	readonly style: MarkdownStyle;
	readonly highlight: Highlight | null;
	/** The column that code is shown from, with one row for each of its lines. Without it, long lines are wrapped. */
	readonly codeColumn?: number;
};

/**
 * One styled display line, no wider than the view. `start` and `end` are offsets into its Markdown source: the source line for a row of a
 * fenced code block, the item for a list, and the block for anything else. A blank line between blocks has no extent.
 */
export type MarkdownLine = {readonly text: string; readonly start: number; readonly end: number};
