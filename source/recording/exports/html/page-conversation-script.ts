import {openingWords} from '../../../analysis/turn-standings.js';

/**
 * The second part of the page’s script: the conversation, as far as the playhead says. What comes from the recording is set as text only.
 */
export const pageConversationScript = String.raw`
const byId = id => document.getElementById(id);
const make = (tag, className, content) => {
	const element = document.createElement(tag);
	if (className) element.className = className;
	if (content !== undefined) element.textContent = content;
	return element;
};
const milliseconds = value => value === null || value === undefined ? '–' : (Math.round(value * 10) / 10).toLocaleString('en-US') + ' ms';

/* The playhead: how many events have come. */
let playhead = events.length;
let isPlaying = false;
let played = 0;

const piecesBefore = (positions, limit) => {
	let low = 0;
	let high = positions.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (positions[middle] < limit) low = middle + 1; else high = middle;
	}
	return low;
};
/* A browser takes minutes for the lines of a text of megabytes, so texts are cut into chunks, after a line feed where there is one. */
const chunkLength = 4000;
const chunkEnds = whole => {
	const ends = [];
	for (let start = 0; start < whole.length;) {
		const line = whole.slice(start, start + chunkLength).lastIndexOf('\n') + 1;
		let end = Math.min(whole.length, start + chunkLength);
		if (end < whole.length && line > 0) end = start + line;
		if (end < whole.length && /[\uDC00-\uDFFF]/.test(whole[end])) end++;
		ends.push(end);
		start = end;
	}
	return ends;
};
const contentFor = ends => make('div', ends.length > 8 ? 'content long' : 'content');
const whole = words => {
	const ends = chunkEnds(words);
	const content = contentFor(ends);
	content.append(...ends.map((end, index) => make('div', 'chunk', words.slice(ends[index - 1] ?? 0, end))));
	return content;
};

/* The conversation is built once, and then shown as far as the playhead says. */
const sections = page.exchanges.map(exchange => {
	const section = make('section');
	if (exchange.opens) section.append(make('p', 'opening', '${openingWords}'));
	const standing = make('p', 'standing', exchange.standing);
	section.append(standing);
	if (exchange.prompt !== '') {
		section.append(make('p', 'role', 'You'), whole(exchange.prompt));
	}
	section.append(make('p', 'role', 'Claude'));
	const ending = make('p', 'ending', exchange.ending);
	section.append(ending);
	byId('conversation').append(section);
	return {...exchange, section, ending, standingMark: standing};
});
const sectionOf = new Map(sections.map(section => [section.exchange, section]));
/* Text blocks that stand together are one text: each statement of an answer that cites its sources has a block of its own. */
let passage = null;
const passageFor = (block, before) => {
	const goesOn = before !== undefined && block.kind === 'text' && before.kind === 'text'
		&& before.exchange === block.exchange && before.gone === block.gone;
	if (goesOn) {
		passage.classList.add('joined');
		return passage;
	}
	passage = make('div', 'passage');
	const {section, ending} = sectionOf.get(block.exchange);
	section.insertBefore(passage, ending);
	return passage;
};
const parts = blocks.map((block, index) => {
	const element = make('div', 'block ' + block.kind);
	if (block.kind !== 'text') element.append(make('div', 'kind', block.name ? block.type + ' · ' + block.name : block.type));
	const ends = chunkEnds(block.whole);
	const content = contentFor(ends);
	element.append(content);
	passageFor(block, blocks[index - 1]).append(element);
	return {block, element, content, ends, chunks: [], mark: make('mark'), shown: 0};
});
/* Shows the first "end" characters of a block's text. */
const setText = (part, end) => {
	const {block, content, ends, chunks} = part;
	const count = end === 0 ? 0 : piecesBefore(ends, end) + 1;
	while (chunks.length > count) chunks.pop().remove();
	for (let index = piecesBefore(ends, Math.min(part.shown, end)); index < count; index++) {
		if (chunks[index] === undefined) {
			chunks[index] = make('div', 'chunk', '');
			chunks[index].append(document.createTextNode(''));
			content.append(chunks[index]);
		}
		chunks[index].firstChild.data = block.whole.slice(ends[index - 1] ?? 0, Math.min(ends[index], end));
	}
	part.shown = end;
};
const showConversation = () => {
	const pane = byId('conversation');
	let current = null;
	for (const {first, endPosition, fatePosition, section, ending, standingMark} of sections) {
		section.hidden = first >= playhead;
		standingMark.hidden = fatePosition === null || fatePosition >= playhead;
		section.classList.toggle('left', !standingMark.hidden);
		ending.hidden = endPosition === null || endPosition >= playhead || ending.textContent === '';
	}
	for (const part of parts) {
		const {block, element, mark} = part;
		element.hidden = block.position >= playhead || block.gone < playhead;
		const count = piecesBefore(block.positions, playhead);
		const end = block.ends[count - 1] ?? 0;
		const start = block.ends[count - 2] ?? 0;
		const isCurrent = blockAt[playhead - 1] === block;
		// What the event at the playhead brought is marked, unless it is a book.
		const isMarked = isCurrent && end - start <= chunkLength;
		element.classList.toggle('current', isCurrent);
		mark.remove();
		setText(part, isMarked ? start : end);
		if (isMarked) {
			mark.textContent = block.whole.slice(start, end);
			(part.chunks.at(-1) ?? part.content).append(mark);
			current = mark;
		}
	}
	if (current) {
		const {top, bottom} = current.getBoundingClientRect();
		const box = pane.getBoundingClientRect();
		if (bottom > box.bottom - 20) pane.scrollTop += bottom - box.bottom + 20;
		else if (top < box.top) pane.scrollTop -= box.top - top + 20;
	}
};
`;
