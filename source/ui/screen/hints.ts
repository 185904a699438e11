import type {ScreenModel} from './screen-model.js';

/** Which keys the status line names, from many to few: as many as there is room for. */
export function chatHints(model: ScreenModel): readonly string[] {
	const {state, latest} = model;
	const isAnswering = latest?.phase === 'connecting' || latest?.phase === 'streaming';
	// In the prompt the player's keys type their characters.
	if (state.playhead !== null && state.focus !== 'prompt') {
		return [
			`${playWords(model)}  , . step  0 live  Tab panes  F1 help`,
			`${playWords(model)}  , . step  0 live  F1 help`,
			', . step  0 live  F1 help',
			', . step  0 live',
			'0 live',
		];
	}

	return isAnswering
		? ['Tab panes  Esc stop  F1 help', 'Esc stop  F1 help', 'Esc stop']
		: ['Tab panes  F1 help', 'F1 help'];
}

/** Those of the player of a recording. */
export function playerHints(model: ScreenModel): readonly string[] {
	return [
		`${playWords(model)}  , . step  < > speed  F1 help  q leaves`,
		`${playWords(model)}  , . step  F1 help  q leaves`,
		', . step  F1 help  q leaves',
		'F1 help  q leaves',
		'q leaves',
	];
}

function playWords({state: {playback}}: ScreenModel): string {
	return playback.isPlaying ? 'Space pauses' : 'Space plays';
}
