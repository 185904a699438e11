/**
 * The last part of the page’s script: the player, and what keys and clicks do.
 */
export const pagePlayerScript = `
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
