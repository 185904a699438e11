// Styles for tests: plain text, or visible tags.

import type {MarkdownStyle, MarkdownView} from '../../../source/text/markdown/markdown-view.js';

const plain = (text: string) => text;
const tag = (name: string) => (text: string) => `<${name}>${text}</${name}>`;

const plainStyle: MarkdownStyle = {
	heading: plain,
	strong: plain,
	emphasis: plain,
	strikethrough: plain,
	code: plain,
	codeBlock: plain,
	codeScope: plain,
	codeLabel: plain,
	link: plain,
	url: plain,
	quoteBar: plain,
	quote: plain,
	listMarker: plain,
	rule: plain,
	tableBorder: plain,
	tableHeader: plain,
	html: plain,
};

export const taggedStyle: MarkdownStyle = {
	heading: (text, depth) => `<h${depth}>${text}</h${depth}>`,
	strong: tag('strong'),
	emphasis: tag('em'),
	strikethrough: tag('del'),
	code: tag('code'),
	codeBlock: tag('block'),
	codeScope: (text, scope) => `<${scope}>${text}</${scope}>`,
	codeLabel: tag('label'),
	link: tag('link'),
	url: tag('url'),
	quoteBar: tag('bar'),
	quote: tag('quote'),
	listMarker: tag('marker'),
	rule: tag('rule'),
	tableBorder: tag('border'),
	tableHeader: tag('th'),
	html: tag('html'),
};

export function plainView(width: number): MarkdownView {
	return {width, style: plainStyle, highlight: null};
}

export function taggedView(width: number): MarkdownView {
	return {width, style: taggedStyle, highlight: null};
}

/** The tagged line above a code block in a pane of `width` cells. */
export function taggedCodeRule(label: string, width: number): string {
	return `<rule>${'─'.repeat(width - label.length - 1)}</rule> <label>${label}</label>`;
}

/** The same without tags. */
export function codeRule(label: string, width: number): string {
	return `${'─'.repeat(width - label.length - 1)} ${label}`;
}
