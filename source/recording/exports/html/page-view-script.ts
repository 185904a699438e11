/** The second half of the page's script: the player, the table, the conversation. What comes from the recording is set as text only. */
export const pageViewScript = String.raw`
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
	if (exchange.prompt !== '') {
		section.append(make('p', 'role', 'You'), whole(exchange.prompt));
	}
	section.append(make('p', 'role', 'Claude'));
	const ending = make('p', 'ending', exchange.ending);
	section.append(ending);
	byId('conversation').append(section);
	return {...exchange, section, ending};
});
const sectionOf = new Map(sections.map(section => [section.exchange, section]));
const parts = blocks.map(block => {
	const element = make('div', 'block ' + block.kind);
	if (block.kind !== 'text') element.append(make('div', 'kind', block.name ? block.type + ' · ' + block.name : block.type));
	const ends = chunkEnds(block.whole);
	const content = contentFor(ends);
	element.append(content);
	const {section, ending} = sectionOf.get(block.exchange);
	section.insertBefore(element, ending);
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
	for (const {first, endPosition, section, ending} of sections) {
		section.hidden = first >= playhead;
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

/* The table holds only the rows that are in sight. */
const rowHeight = 26;
let visible = rows.map((_, position) => position);
const body = byId('rows').querySelector('tbody');
const spacer = height => {
	const row = make('tr');
	const cell = make('td');
	cell.style.height = height + 'px';
	row.append(cell);
	return row;
};
const tableRow = position => {
	const row = rows[position];
	const element = make('tr', (row.isError ? 'error' : '') + (position >= playhead ? ' gone' : ''));
	const delta = position === 0 ? '' : Math.round((events[position].at - events[position - 1].at) * 10) / 10;
	element.append(
		make('td', 'number', position + 1),
		make('td', 'number', Math.round(events[position].at * 10) / 10),
		make('td', 'number d', delta),
		make('td', '', row.name),
		make('td', 'number b', row.block),
		make('td', '', row.detail),
	);
	element.setAttribute('aria-rowindex', position + 1);
	if (position === playhead - 1) element.setAttribute('aria-current', 'true');
	element.addEventListener('click', () => seek(position + 1));
	return element;
};
const showRows = () => {
	const pane = byId('rows');
	const first = Math.max(0, Math.floor(pane.scrollTop / rowHeight) - 10);
	const last = Math.min(visible.length, first + Math.ceil(pane.clientHeight / rowHeight) + 20);
	const above = first > 0 ? [spacer(first * rowHeight)] : [];
	const below = last < visible.length ? [spacer((visible.length - last) * rowHeight)] : [];
	body.replaceChildren(...above, ...visible.slice(first, last).map(tableRow), ...below);
};
const revealRow = () => {
	const pane = byId('rows');
	const index = Math.max(0, piecesBefore(visible, playhead) - 1);
	const top = index * rowHeight;
	// The heading covers the first row's height.
	if (top < pane.scrollTop || top + 2 * rowHeight > pane.scrollTop + pane.clientHeight) {
		pane.scrollTop = top - pane.clientHeight / 2;
	}
};
const filterRows = () => {
	const words = byId('search').value.toLowerCase();
	const type = byId('type').value;
	visible = [];
	rows.forEach((row, position) => {
		const event = events[position];
		const hay = () => (row.name + '\n' + row.detail + '\n' + (event.data ?? JSON.stringify(event))).toLowerCase();
		if ((type === '' || row.name === type) && (words === '' || hay().includes(words))) visible.push(position);
	});
	byId('count').textContent = visible.length === rows.length ? rows.length + ' events' : visible.length + ' of ' + rows.length + ' events';
	revealRow();
	showRows();
};

const showDetail = () => {
	const event = events[playhead - 1];
	if (event === undefined) {
		byId('detail').textContent = '';
		return;
	}
	const payload = event.data === undefined ? undefined : parse(event.data);
	const {data, ...rest} = event;
	const detail = pretty(data === undefined ? event : rest)
		+ (data === undefined ? '' : '\n\n' + (payload === undefined ? data : pretty(payload)));
	byId('detail').replaceChildren(whole(detail));
};

const showClocks = () => {
	const now = playhead === 0 ? -1 : events[playhead - 1].at;
	const current = sections.findLast(({first}) => first < playhead);
	const table = make('table', 'clocks');
	for (const [name, value, known] of current?.clocks ?? []) {
		const row = make('tr');
		row.append(make('th', '', name), make('td', '', known === null || known > now ? '–' : value));
		table.append(row);
	}
	byId('clocks').replaceChildren(table);
	byId('clocks-of').textContent = current === undefined ? '' : 'Exchange ' + current.exchange + ' ' + current.model;
};

const show = () => {
	const total = times.at(-1) || 1;
	const x = playhead === 0 ? 0 : times[playhead - 1] / total * 1000;
	byId('playhead').setAttribute('x1', x);
	byId('playhead').setAttribute('x2', x);
	byId('scrubber').value = playhead;
	byId('place').textContent = playhead + ' / ' + events.length + ' · ' + milliseconds(playhead === 0 ? 0 : events[playhead - 1].at);
	byId('play').textContent = isPlaying ? 'Pause' : 'Play';
	showConversation();
	revealRow();
	showRows();
	showDetail();
	showClocks();
};
const seek = position => {
	playhead = Math.max(0, Math.min(events.length, position));
	played = playhead === 0 ? 0 : times[playhead - 1];
	show();
};
const pause = () => {
	isPlaying = false;
	show();
};
let lastFrame = 0;
const frame = now => {
	if (!isPlaying) return;
	const speed = byId('speed').value;
	played = speed === 'max' ? Infinity : played + (now - lastFrame) * Number(speed);
	lastFrame = now;
	const before = playhead;
	while (playhead < events.length && times[playhead] <= played) playhead++;
	if (playhead === events.length) pause();
	else if (playhead !== before) show();
	requestAnimationFrame(frame);
};
const play = () => {
	if (playhead === events.length) seek(0);
	isPlaying = true;
	lastFrame = performance.now();
	show();
	requestAnimationFrame(frame);
};
const toggle = () => isPlaying ? pause() : play();
const step = by => {
	isPlaying = false;
	seek(playhead + by);
};

byId('play').addEventListener('click', toggle);
byId('back').addEventListener('click', () => step(-1));
byId('forward').addEventListener('click', () => step(1));
byId('scrubber').max = events.length;
byId('scrubber').addEventListener('input', event => step(Number(event.target.value) - playhead));
byId('rows').addEventListener('scroll', showRows);
byId('search').addEventListener('input', filterRows);
byId('type').addEventListener('change', filterRows);
byId('timeline').addEventListener('click', event => {
	const box = byId('timeline').getBoundingClientRect();
	const time = (event.clientX - box.left) / box.width * (times.at(-1) ?? 0);
	step(piecesBefore(times, time) + 1 - playhead);
});
for (const name of [...new Set(rows.map(row => row.name))].sort()) {
	const option = make('option', '', name);
	option.value = name;
	byId('type').append(option);
}
const neighbour = by => {
	const index = piecesBefore(visible, playhead) - 1 + by;
	return (visible[Math.max(0, Math.min(visible.length - 1, index))] ?? 0) + 1;
};
document.addEventListener('keydown', event => {
	const inField = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.id !== 'scrubber';
	if (inField || event.ctrlKey || event.metaKey || event.altKey) {
		if (event.key === 'Escape') event.target.blur();
		return;
	}
	const act = {
		' ': () => event.target.tagName === 'BUTTON' ? undefined : toggle,
		'.': () => () => step(1),
		',': () => () => step(-1),
		ArrowRight: () => () => step(1),
		ArrowLeft: () => () => step(-1),
		ArrowDown: () => event.target.id === 'rows' ? () => step(neighbour(1) - playhead) : undefined,
		ArrowUp: () => event.target.id === 'rows' ? () => step(neighbour(-1) - playhead) : undefined,
		Home: () => () => step(-playhead),
		End: () => () => step(events.length - playhead),
		'/': () => () => byId('search').focus(),
	}[event.key]?.();
	if (act) {
		event.preventDefault();
		act();
	}
});
filterRows();
show();
document.documentElement.dataset.ready = 'true';
`;
