import {canBeLive} from '../player/playhead.js';
import {selectLatest} from '../player/select-view.js';
import {phaseWords} from './phase-words.js';
import type {Screen} from './screen.js';

/** The title of the terminal's window: a sign of the state first, which is seen in a narrow tab too, then the topic and the state in words. */
export function windowTitle(screen: Screen, topic: string): string {
	const {sign, state} = stateOf(screen);
	const words = [topic, state, 'streamscope'].filter(part => part !== '').join(' · ');
	return sign === '' ? words : `${sign} ${words}`;
}

function stateOf(screen: Screen): {readonly sign: string; readonly state: string} {
	const {isPlaying} = screen.playback;
	if (screen.playhead !== null || (screen.isReplay && !canBeLive(screen))) {
		return isPlaying ? {sign: '▶', state: 'playing'} : {sign: '❚❚', state: 'paused'};
	}

	const latest = selectLatest(screen);
	return latest === null ? {sign: '', state: ''} : phaseWords(latest);
}
