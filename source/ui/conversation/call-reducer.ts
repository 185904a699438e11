import {type ToolAnswer, type ToolCall, toolResult} from '../../messages/tools/tool-call.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {JsonObject} from '../../wire/json.js';
import {goLive} from '../player/playhead.js';
import {selectLatest} from '../player/select-view.js';
import type {Screen} from '../screen/screen.js';
import {type Step, step} from '../screen/screen-effect.js';
import {type CallWork, initialCalls} from './call-state.js';
import {selectAutomaticCalls, selectOpenTurn, selectUnansweredCalls} from './select-open-turn.js';

/** Keys that answer the calls of tools. */
export type CallKey = 'writeResult' | 'reportError' | 'runCall' | 'confirmCall';

export type CallAction =
	/** An answer has ended. What its calls need is offered, and commands that run by themselves start. The notice names keys where there are panes, else commands. */
	| {readonly name: 'offerCalls'; readonly hasPanes: boolean}
	/** The answer to the first call that has none. */
	| {readonly name: 'answerCall'; readonly answer: ToolAnswer}
	| {readonly name: 'runFirstCall'}
	| {readonly name: 'continuePaused'}
	| {readonly name: 'commandEnded'; readonly id: string; readonly answer: ToolAnswer}
	/** Another message was sent. */
	| {readonly name: 'forgetCalls'};

export function reduceCalls(screen: Screen, action: CallAction): Step {
	switch (action.name) {
		case 'offerCalls': {
			return offer(screen, action.hasPanes);
		}

		case 'answerCall': {
			const [call] = selectUnansweredCalls(screen);
			return call === undefined
				? step(screen)
				: settle(withWork(screen, call, {kind: 'answered', answer: withReason(action.answer)}));
		}

		case 'runFirstCall': {
			return run(screen);
		}

		case 'continuePaused': {
			const turn = selectOpenTurn(screen);
			return turn?.calls.length === 0 ? carryOn(screen, []) : step(screen);
		}

		case 'commandEnded': {
			const {id, answer} = action;
			const isWanted = screen.calls.get(id)?.kind === 'running';
			return isWanted ? settle(withWork(screen, {id}, {kind: 'answered', answer})) : step(screen);
		}

		case 'forgetCalls': {
			const {screen: stopped, effects} = stopCalls(screen) ?? step(screen);
			return {screen: {...stopped, ...initialCalls}, effects};
		}
	}
}

/** Handles a key of the card. Nothing happens while the card is not on the screen. */
export function callKey(screen: Screen, name: CallKey): Step {
	const turn = selectOpenTurn(screen);
	if (turn === null) {
		return step(screen);
	}

	if (screen.playhead !== null) {
		return step({...screen, notice: 'the calls are at the live end: 0 goes there'});
	}

	const [call] = selectUnansweredCalls(screen);
	switch (name) {
		case 'writeResult':
		case 'reportError': {
			const kind = name === 'writeResult' ? 'result' : 'fault';
			return step(call === undefined ? screen : {...screen, field: {kind, value: ''}});
		}

		case 'runCall': {
			return call === undefined ? reduceCalls(screen, {name: 'continuePaused'}) : ask(screen, call);
		}

		case 'confirmCall': {
			return call !== undefined && screen.calls.get(call.id)?.kind === 'asking' ? run(screen) : step(screen);
		}
	}
}

/** Ends the commands that run, or takes back the question whether one may; `null` if there is neither. */
export function stopCalls(screen: Screen): Step | null {
	const kept = [...screen.calls].filter(([, {kind}]) => kind === 'answered');
	if (kept.length === screen.calls.size) {
		return null;
	}

	const isRunning = [...screen.calls.values()].some(({kind}) => kind === 'running');
	const stopped = {...screen, calls: new Map(kept)};
	return isRunning ? step(stopped, {name: 'stopCommands'}) : step(stopped);
}

function offer(screen: Screen, hasPanes: boolean): Step {
	const turn = selectOpenTurn(screen);
	// After a request that failed or was stopped, the calls before it are open again. A command that has run is not run again by itself.
	if (turn === null || turn.exchange !== selectLatest(screen)) {
		return step(screen);
	}

	const automatic = selectAutomaticCalls(screen);
	const started = automatic.reduce((before, call) => withWork(before, call, {kind: 'running'}), screen);
	const effects = automatic.map(call => ({name: 'runTool', call}) as const);
	const [call] = selectUnansweredCalls(started);
	const isWaiting = call !== undefined || turn.calls.length === 0;
	return step(isWaiting ? {...started, notice: offerWords(started, call, hasPanes)} : started, ...effects);
}

function offerWords(screen: Screen, call: ToolCall | undefined, hasPanes: boolean): string {
	if (call === undefined) {
		return `the turn is paused: ${hasPanes ? 'Tab, then c, continues it' : '/continue'}`;
	}

	const hasCommand = screen.toolRule(call.name) !== null;
	const keys = `Tab, then ${hasCommand ? 'r, e or c' : 'r or e'}`;
	const commands = hasCommand ? '/result, /fail or /run' : '/result or /fail';
	return `${shortName(call)} waits for its result: ${hasPanes ? keys : commands}`;
}

function ask(screen: Screen, call: ToolCall): Step {
	return screen.toolRule(call.name) === null
		? step({...screen, notice: `${shortName(call)} has no command: r writes its result`})
		: step(withWork(screen, call, {kind: 'asking'}));
}

function run(screen: Screen): Step {
	const [call] = selectUnansweredCalls(screen);
	return call === undefined || screen.toolRule(call.name) === null
		? step(screen)
		: step(withWork(screen, call, {kind: 'running'}), {name: 'runTool', call});
}

/** Once every call has its answer, the turn continues with them. */
function settle(screen: Screen): Step {
	const calls = selectOpenTurn(screen)?.calls ?? [];
	const results = selectGivenResults(screen);
	return calls.length === 0 || results.length < calls.length ? step(screen) : carryOn(screen, results);
}

function carryOn(screen: Screen, results: readonly JsonObject[]): Step {
	const done: Screen = {...screen, ...initialCalls};
	// Whoever looks at an earlier event is not disturbed by a command that ends.
	const shown: Screen =
		screen.playhead === null
			? {...goLive(done), focus: screen.focus === 'history' ? 'prompt' : screen.focus}
			: done;
	return step(shown, {name: 'continueTurn', results});
}

function withWork(screen: Screen, {id}: Pick<ToolCall, 'id'>, work: CallWork): Screen {
	return {...screen, calls: new Map([...screen.calls, [id, work]])};
}

/** The API takes no error without words. */
function withReason(answer: ToolAnswer): ToolAnswer {
	return answer.isError && answer.text.trim() === '' ? {...answer, text: 'The tool failed.'} : answer;
}

/** The results that are there, in the order of the calls. */
export function selectGivenResults(screen: Screen): readonly JsonObject[] {
	return (selectOpenTurn(screen)?.calls ?? []).flatMap(call => {
		const work = screen.calls.get(call.id);
		return work?.kind === 'answered' ? [toolResult(call, work.answer)] : [];
	});
}

/** What becomes of the calls without an answer when another message is sent; `null` if every call has one. */
export function selectLeftWords(screen: Screen): string | null {
	const left = (selectOpenTurn(screen)?.calls ?? []).filter(
		({id}) => screen.calls.get(id)?.kind !== 'answered',
	);
	const [call] = left;
	const what =
		left.length === 1 && call !== undefined ? `${shortName(call)} was` : `${left.length} tools were`;
	return left.length === 0 ? null : `the model is told that ${what} not run`;
}

/** A model may make a name of any length. */
function shortName({name}: ToolCall): string {
	return sanitizeLine(name.slice(0, 40)) || 'the tool';
}
