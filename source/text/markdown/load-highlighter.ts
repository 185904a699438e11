// Loads highlight.js when the first code block needs it, because loading takes longer than drawing the rest of the screen.

import type {CodeSpan, Highlight} from './markdown-view.js';

/** The number of highlighted blocks to remember. Visible blocks are laid out again while text streams in below them. */
const remembered = 100;

/** Loads highlight.js with its languages. Rejects only if the program's own files are damaged. */
export async function loadHighlighter(): Promise<Highlight> {
	const [{default: core}, {codeLanguages}] = await Promise.all([
		import('highlight.js/lib/core'),
		import('./code-languages.js'),
	]);
	const hljs = core.newInstance();
	hljs.configure({classPrefix: ''});
	for (const [name, definition] of Object.entries(codeLanguages)) {
		hljs.registerLanguage(name, definition);
	}

	const known = new Map<string, readonly CodeSpan[]>();
	return (code, language) => {
		if (!hljs.getLanguage(language)) {
			return null;
		}

		const key = `${language}\n${code}`;
		const spans = known.get(key) ?? readSpans(hljs.highlight(code, {language, ignoreIllegals: true}).value);
		known.delete(key);
		known.set(key, spans);
		for (const [oldest] of known.size > remembered ? known : []) {
			known.delete(oldest);
			break;
		}

		return spans;
	};
}

const piece = /<span class="([^"]*)">|(<\/span>)|([^<]+)/g;
const escapes: ReadonlyMap<string, string> = new Map([
	['&amp;', '&'],
	['&lt;', '<'],
	['&gt;', '>'],
	['&quot;', '"'],
	['&#x27;', "'"],
]);

/** Reads highlight.js's HTML as spans, each in its innermost scope. */
function readSpans(html: string): readonly CodeSpan[] {
	const scopes: string[] = [];
	const spans: CodeSpan[] = [];
	for (const [, scope, closing, text] of html.matchAll(piece)) {
		if (scope !== undefined) {
			scopes.push(scope);
		} else if (closing !== undefined) {
			scopes.pop();
		} else if (text !== undefined) {
			const code = text.replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, name => escapes.get(name) ?? name);
			spans.push({text: code, scope: scopes.at(-1) ?? null});
		}
	}

	return spans;
}
