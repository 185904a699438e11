import type {ScreenModel} from '../screen-model.js';
import {atTop, followingList} from '../state/list-state.js';
import {type Playback, playSpeeds} from '../state/playback.js';

/** Puts the playhead after the first `length` events; at or beyond the end of a live trace it is live again. */
export function movePlayhead(model: ScreenModel, length: number): void {
	const {trace} = model;
	const isEnd = length >= trace.length;
	const playhead = isEnd && !model.isReplay ? null : Math.max(0, Math.min(length, trace.length));
	model.store.update(state => ({
		...state,
		playhead,
		history: 'tail',
		log: followingList,
		inspector: atTop,
		notice: null,
	}));
}

/** Keys that move the playhead: pause, step, speed. */
export function playerActions(model: ScreenModel) {
	const here = () => model.state.playhead ?? model.trace.length;
	const play = (change: (playback: Playback) => Partial<Playback>) => {
		model.store.update(state => ({...state, playback: {...state.playback, ...change(state.playback)}}));
	};

	const step = (by: number) => () => {
		play(() => ({isPlaying: false}));
		movePlayhead(model, here() + by);
	};

	const speed = (by: 1 | -1) => () => {
		const index = playSpeeds.indexOf(model.state.playback.speed) + by;
		const next = playSpeeds[Math.max(0, Math.min(playSpeeds.length - 1, index))] ?? 1;
		play(() => ({speed: next}));
		model.store.update(state => ({...state, notice: `speed ${next === 'max' ? 'max' : `${next}×`}`}));
	};

	const toExchange = (by: 1 | -1) => () => {
		const found = boundaryOf(model, here(), by);
		if (found !== null) {
			play(() => ({isPlaying: false}));
			movePlayhead(model, found);
		}
	};

	return {
		playPause() {
			if (model.state.playback.isPlaying) {
				play(() => ({isPlaying: false}));
			} else if (model.state.playhead === null) {
				// Live: the screen stands still while the trace grows behind it.
				model.store.update(state => ({...state, playhead: model.trace.length}));
			} else {
				if (here() >= model.trace.length) {
					movePlayhead(model, model.isReplay ? 0 : model.trace.length);
				}

				play(() => ({isPlaying: model.state.playhead !== null}));
			}
		},
		stepForward: step(1),
		stepBack: step(-1),
		slower: speed(-1),
		faster: speed(1),
		previousExchange: toExchange(-1),
		nextExchange: toExchange(1),
		toggleLoop() {
			play(({isLooping}) => ({isLooping: !isLooping}));
			model.store.update(state => ({
				...state,
				notice: state.playback.isLooping ? 'plays in a loop' : 'plays once',
			}));
		},
		playFromHere: () => movePlayhead(model, model.selectedPosition + 1),
		goLive() {
			play(() => ({isPlaying: false}));
			movePlayhead(model, model.trace.length);
		},
	};
}

/** The playhead just after the first event of the exchange before or after the present place. */
function boundaryOf(model: ScreenModel, playhead: number, by: 1 | -1): number | null {
	const {trace} = model;
	for (let position = playhead - 1 + by; position >= 0 && position < trace.length; position += by) {
		const isStart = trace.at(position - 1)?.exchange !== trace.at(position)?.exchange;
		if (isStart) {
			return position + 1;
		}
	}

	return by === 1 ? trace.length : null;
}
