import type {MarkedToken, Token, Tokens} from 'marked';
import {highlightEnd, highlightStart} from '../text/markdown/highlight-markers.js';
import {decodeReferences} from './decode-references.js';
import {make} from './make.js';

/** Writes tokens of Markdown as elements. Text is set as text, and markup in it is shown, never obeyed. */
export type MarkdownWriter = {
	block(token: Token): readonly Node[];
	/** The first highlighted element that was written. */
	mark(): HTMLElement | null;
};

const markers = /([\u2063\u2064])/;

export function createMarkdownWriter(): MarkdownWriter {
	let isMarked = false;
	let first: HTMLElement | null = null;

	const write = (text: string): readonly Node[] =>
		text.split(markers).flatMap((part): readonly Node[] => {
			if (part === highlightStart || part === highlightEnd) {
				isMarked = part === highlightStart;
				return [];
			}

			if (part === '' || !isMarked) {
				return part === '' ? [] : [document.createTextNode(part)];
			}

			const mark = make('mark', '', part);
			first ??= mark;
			return [mark];
		});
	const within = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, nodes: readonly Node[]) => {
		const element = make(tag);
		element.append(...nodes);
		return element;
	};
	const inlines = (tokens: readonly Token[] | undefined): readonly Node[] => (tokens ?? []).flatMap(inline);
	const blocks = (tokens: readonly Token[] | undefined): readonly Node[] => (tokens ?? []).flatMap(block);

	const inline = (any: Token): readonly Node[] => {
		const token = any as MarkedToken;
		switch (token.type) {
			case 'text':
				return token.tokens === undefined ? write(decodeReferences(token.text)) : inlines(token.tokens);
			case 'escape':
				return write(decodeReferences(token.text));
			case 'strong':
				return [within('strong', inlines(token.tokens))];
			case 'em':
				return [within('em', inlines(token.tokens))];
			case 'del':
				return [within('del', inlines(token.tokens))];
			case 'codespan':
				return [within('code', write(token.text))];
			case 'br':
				return [make('br')];
			case 'link':
				return [link(token.href, inlines(token.tokens))];
			case 'image':
				return [link(token.href, write(token.text === '' ? token.href : token.text))];
			default:
				return write(any.raw);
		}
	};

	const block = (any: Token): readonly Node[] => {
		const token = any as MarkedToken;
		switch (token.type) {
			case 'space':
			case 'def':
				return [];
			case 'heading':
				return [within(headings[token.depth - 1] ?? 'h6', inlines(token.tokens))];
			case 'paragraph':
				return [within('p', inlines(token.tokens))];
			case 'text':
				return token.tokens === undefined ? write(decodeReferences(token.text)) : inlines(token.tokens);
			case 'code':
				return [within('pre', [within('code', write(token.text))])];
			case 'blockquote':
				return [within('blockquote', blocks(token.tokens))];
			case 'hr':
				return [make('hr')];
			case 'list':
				return [list(token)];
			case 'table':
				return [table(token)];
			default:
				return [within('p', write(any.raw))];
		}
	};

	const list = ({ordered, start, items}: Tokens.List): HTMLElement => {
		const element = make(ordered ? 'ol' : 'ul');
		element.setAttribute('start', String(start === '' ? 1 : start));
		for (const {tokens, task, checked} of items) {
			const item = within('li', blocks(tokens));
			if (task) {
				item.prepend(checked ? '☑ ' : '☐ ');
			}

			element.append(item);
		}

		return element;
	};

	const table = ({header, rows}: Tokens.Table): HTMLElement => {
		const row = (tag: 'th' | 'td', cells: readonly Tokens.TableCell[]) =>
			within(
				'tr',
				cells.map(({tokens, align}) => {
					const cell = within(tag, inlines(tokens));
					cell.style.textAlign = align ?? '';
					return cell;
				}),
			);
		return within('table', [
			within('thead', [row('th', header)]),
			within(
				'tbody',
				rows.map(cells => row('td', cells)),
			),
		]);
	};

	return {block, mark: () => first};
}

/** The page's own headings are of the first two levels. */
const headings = ['h3', 'h4', 'h5', 'h6', 'h6', 'h6'] as const;

/** A link opens only what cannot run a script. */
function link(href: string, nodes: readonly Node[]): HTMLElement {
	const address = href.replaceAll(/[\u2063\u2064]/g, '');
	if (!/^(?:https?:\/\/|mailto:)/i.test(address)) {
		const text = make('span');
		text.append(...nodes);
		return text;
	}

	const element = make('a');
	element.href = address;
	element.target = '_blank';
	element.rel = 'noopener noreferrer';
	element.append(...nodes);
	return element;
}
