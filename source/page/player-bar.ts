import type {PlaySpeed} from '../analysis/playback.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {findElement} from './find-element.js';
import type {PlayerAction, PlayerState} from './player-state.js';

/** The bar with the player's buttons, scrubber and speed. */
export type PlayerBar = {
	speed(): PlaySpeed;
	show(state: PlayerState): void;
	/** Calls `send` with the action that was clicked or dragged. */
	listen(send: (action: PlayerAction) => void): void;
};

const grouped = new Intl.NumberFormat('en-US', {maximumFractionDigits: 1});

export function createPlayerBar(events: readonly TraceEvent[], hasTimes: boolean): PlayerBar {
	const play = findElement('play', HTMLButtonElement);
	const scrubber = findElement('scrubber', HTMLInputElement);
	const place = findElement('place', HTMLElement);
	const speed = findElement('speed', HTMLSelectElement);
	scrubber.max = String(events.length);
	let shown = events.length;
	return {
		speed: () => (speed.value === 'max' ? 'max' : Number(speed.value)),
		show({playhead, isPlaying}) {
			shown = playhead;
			scrubber.value = String(playhead);
			const time = hasTimes ? ` · ${grouped.format(events[playhead - 1]?.at ?? 0)} ms` : '';
			place.textContent = `${playhead} / ${events.length}${time}`;
			play.textContent = isPlaying ? 'Pause' : 'Play';
		},
		listen(send) {
			play.addEventListener('click', () => send({type: 'toggle'}));
			scrubber.addEventListener('input', () => send({type: 'stop', at: Number(scrubber.value)}));
			for (const [id, by] of [
				['back', -1],
				['forward', 1],
			] as const) {
				const button = findElement(id, HTMLButtonElement);
				button.addEventListener('click', () => send({type: 'stop', at: shown + by}));
			}
		},
	};
}
