import {nextSpeed, type Playback, speedWords} from '../../analysis/playback.js';
import {atTop, followingList} from '../screen/list-state.js';
import type {ScreenModel} from '../screen/screen-model.js';
import type {ScreenState} from '../screen/screen-state.js';

/** What shows the newest event of the prefix in every pane. */
const atPlayhead: Partial<ScreenState> = {history: 'tail', log: followingList, inspector: atTop};

/** Puts the playhead after the first `length` events and shows the last of them. */
export function movePlayhead(model: ScreenModel, length: number): void {
	const playhead = Math.max(0, Math.min(length, model.trace.length));
	model.store.update(state => ({...state, ...atPlayhead, playhead, notice: null}));
}

/** Puts the playhead at the end: of a live trace, where it stays while the trace grows, or of a replay. */
export function goToEnd(model: ScreenModel): void {
	const playhead = model.isReplay ? model.trace.length : null;
	model.store.update(state => ({...state, ...atPlayhead, playhead, notice: null}));
}

/** Shows what comes: whoever sends a message wants to see its answer, wherever the playhead stood. */
export function goLive(model: ScreenModel): void {
	changePlayback(model, () => ({isPlaying: false}));
	goToEnd(model);
}

/** Keys that move the playhead: pause, step, speed. */
export function playerActions(model: ScreenModel) {
	const here = () => model.length;
	const play = (change: (playback: Playback) => Partial<Playback>) => changePlayback(model, change);
	const stop = () => play(() => ({isPlaying: false}));

	const step = (by: number) => () => {
		stop();
		movePlayhead(model, here() + by);
	};

	const speed = (by: 1 | -1) => () => {
		const next = nextSpeed(model.state.playback.speed, by);
		play(() => ({speed: next}));
		model.store.update(state => ({...state, notice: `speed ${speedWords(next)}`}));
	};

	const toExchange = (by: 1 | -1) => () => {
		const found = boundaryOf(model, here(), by);
		if (found !== null) {
			stop();
			movePlayhead(model, found);
		} else if (by === 1) {
			goLive(model);
		}
	};

	return {
		playPause: () => playPause(model),
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
				notice: loopWords(state.playback),
			}));
		},
		playFromHere: () => movePlayhead(model, model.selectedPosition + 1),
		goLive: () => goLive(model),
	};
}

function loopWords({isLooping, isPlaying}: Playback): string {
	return isLooping ? (isPlaying ? 'plays in a loop' : 'in a loop: Space plays') : 'plays once';
}

function changePlayback(model: ScreenModel, change: (playback: Playback) => Partial<Playback>): void {
	model.store.update(state => ({...state, playback: {...state.playback, ...change(state.playback)}}));
}

function playPause(model: ScreenModel): void {
	const {playhead, playback} = model.state;
	const {length} = model.trace;
	if (playback.isPlaying) {
		changePlayback(model, () => ({isPlaying: false}));
	} else if (playhead === null) {
		// Live: the screen stands still while the trace grows behind it.
		model.store.update(state => ({...state, playhead: length}));
	} else if (playhead < length || model.isReplay) {
		movePlayhead(model, playhead < length ? playhead : 0);
		changePlayback(model, () => ({isPlaying: true}));
	} else {
		goToEnd(model);
	}
}

/** The playhead just after the first event of the exchange before or after the present place; `null` where there is none. */
function boundaryOf(model: ScreenModel, playhead: number, by: 1 | -1): number | null {
	const {trace} = model;
	for (let position = playhead - 1 + by; position >= 0 && position < trace.length; position += by) {
		const isStart = trace.at(position - 1)?.exchange !== trace.at(position)?.exchange;
		if (isStart) {
			return position + 1;
		}
	}

	return null;
}
