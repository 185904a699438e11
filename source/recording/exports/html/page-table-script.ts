/**
 * The third part of the page’s script: the table of events, the event at the playhead, and its exchange’s clocks.
 */
export const pageTableScript = String.raw`
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
/* Columns are as wide as their longest number; the style sheet has their least widths. */
const tenths = value => Math.round(value * 10) / 10;
const widths = {n: String(events.length).length, t: 0, d: 0};
events.forEach((event, position) => {
	widths.t = Math.max(widths.t, String(tenths(event.at)).length);
	widths.d = Math.max(widths.d, position === 0 ? 0 : String(tenths(event.at - events[position - 1].at)).length);
});
for (const [column, length] of Object.entries(widths)) {
	if (length > 5) document.querySelector('col.' + column).style.width = length * 0.62 + 1.2 + 'em';
}
const tableRow = position => {
	const row = rows[position];
	const element = make('tr', (row.isError ? 'error' : '') + (position >= playhead ? ' gone' : ''));
	const delta = position === 0 ? '' : tenths(events[position].at - events[position - 1].at);
	element.append(
		make('td', 'number', position + 1),
		make('td', 'number', tenths(events[position].at)),
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
`;
