import type {MarkdownStyle} from './markdown/markdown-view.js';
import type {Theme} from './theme.js';

/** Maps highlight.js's scopes to the roles that style them. */
const codeRoles: ReadonlyMap<string, string> = new Map(
	Object.entries({
		keyword: 'keyword',
		literal: 'keyword',
		built_in: 'name',
		type: 'name',
		title: 'name',
		attr: 'name',
		property: 'name',
		string: 'literal',
		regexp: 'literal',
		number: 'literal',
		comment: 'dim',
		quote: 'dim',
		meta: 'dim',
		addition: 'good',
		deletion: 'bad',
	}),
);

/** The style of Markdown in a theme. */
export function createMarkdownStyle(theme: Theme): MarkdownStyle {
	const role = (name: string) => (text: string) => theme.style(text, name);
	return {
		heading: (text, depth) => theme.style(text, depth <= 2 ? 'heading' : 'strong'),
		strong: role('strong'),
		emphasis: role('emphasis'),
		strikethrough: role('strikethrough'),
		code: role('code'),
		codeBlock: text => text,
		codeScope: (text, scope) => theme.style(text, codeRoles.get(scope.split(/[ .]/)[0] ?? '')),
		codeLabel: role('dim'),
		link: role('link'),
		url: role(theme.hasLinks ? 'dim' : 'citation'),
		...(theme.hasLinks ? {hyperlink: theme.link} : {}),
		quoteBar: role('line'),
		quote: role('dim'),
		listMarker: role('accent'),
		rule: role('line'),
		tableBorder: role('line'),
		tableHeader: role('strong'),
		html: role('dim'),
	};
}
