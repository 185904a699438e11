import {continuesTurn, wholePromptOf} from '../../analysis/conversation.js';
import {resultsOf, turnStart} from '../../analysis/open-calls.js';
import {isThemeChoice, themeChoices} from '../../text/theme.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {itemsOf} from '../../trace/persistent-list.js';
import type {NotifyWay} from '../attention/attention-state.js';
import type {CallAction} from '../conversation/call-reducer.js';
import {selectOpenTurn, selectUnansweredCalls} from '../conversation/select-open-turn.js';
import type {Sending} from '../hooks/use-message-stream.js';
import {selectLatest} from '../player/select-view.js';
import type {FileList} from '../prompt/file-services.js';
import {type Copy, codeBlock, newestAnswer} from '../screen/copy-reducer.js';
import {keepHint} from '../screen/keeping-reducer.js';
import {initialSizes} from '../screen/pane-state.js';
import type {ScreenStore} from '../screen/screen-store.js';
import type {ChatServices} from './chat-services.js';
import type {ModelList} from './model-list.js';
import type {SlashContext} from './slash-context.js';

/** Effects of commands beyond the screen's own state. */
export type SlashEffects = {
	models(): ModelList;
	listedFiles(): FileList;
	isAnswering(): boolean;
	queued(): readonly string[];
	takeBack(index: number): Sending | null;
	send(sending: Sending): void;
	/** Stops the current answer. */
	interrupt(): void;
	/** Returns the signal that stops the comparison that begins now. */
	comparison(): AbortSignal;
	/** The next prompt replaces this exchange; `null` for none. */
	setEditing(exchange: number | null): void;
	leave(): void;
	readonly copy: Copy;
};

/** The context of the commands over the screen: the conversation is that of the trace since it was last cleared. */
export function createSlashContext(
	store: ScreenStore,
	{settings, requests, files, demo, session, config, tools, createTheme, compare, notify}: ChatServices,
	effects: SlashEffects,
): SlashContext {
	const last = (): ExchangeView | null => {
		const screen = store.newest();
		const latest = selectLatest(screen);
		return latest !== null && latest.exchange >= (screen.since ?? 1) ? latest : null;
	};

	const turn = (): ExchangeView | null => {
		const exchange = last();
		return exchange && turnStart([...itemsOf(store.newest().live.exchanges)], exchange);
	};

	const conversation: SlashContext['conversation'] = {
		isAnswering: effects.isAnswering,
		queued: effects.queued,
		takeBack(index) {
			const taken = effects.takeBack(index);
			if (taken !== null) {
				effects.setEditing(taken.before ?? null);
			}

			return taken?.prompt ?? null;
		},
		lastPrompt() {
			const exchange = turn();
			return exchange === null ? null : wholePromptOf(exchange);
		},
		compare(prompt) {
			if (store.state.isComparing) {
				return Promise.resolve('Still comparing. Esc stops both requests.');
			}

			const exchange = last();
			const place =
				exchange === null || prompt !== null ? {} : {...againOf(exchange), before: exchange.exchange};
			const asked = prompt ?? (exchange === null ? '' : wholePromptOf(exchange));
			store.dispatch({name: 'compare', isRunning: true});
			const since = store.state.since ?? undefined;
			return compare({prompt: asked, since, ...place}, effects.comparison()).finally(() =>
				store.dispatch({name: 'compare', isRunning: false}),
			);
		},
		clear() {
			effects.interrupt();
			effects.setEditing(null);
			store.dispatch({name: 'forgetCalls'});
			store.dispatch({name: 'clear', since: (selectLatest(store.newest())?.exchange ?? 0) + 1});
		},
		retry(name) {
			const exchange = last();
			if (exchange !== null) {
				effects.setEditing(null);
				store.dispatch({name: 'sendPrompt', isStopped: false});
				store.dispatch({name: 'forgetCalls'});
				effects.send({
					...againOf(exchange),
					before: exchange.exchange,
					model: name ?? undefined,
				});
			}
		},
		edit: () => effects.setEditing(turn()?.exchange ?? null),
		answer: () => (last() === null ? null : newestAnswer(store.newest())),
		codeBlock: number => (last() === null ? null : codeBlock(store.newest(), number)),
	};

	const answer = (action: CallAction) => {
		store.dispatch({name: 'sendPrompt', isStopped: false});
		store.dispatch(action);
	};
	const calls: SlashContext['calls'] = {
		open() {
			const screen = store.newest();
			const [call] = selectUnansweredCalls(screen);
			if (call !== undefined) {
				return {name: call.name, command: screen.toolRule(call.name)?.command ?? null};
			}

			return selectOpenTurn(screen)?.calls.length === 0 ? 'paused' : null;
		},
		answer: given => answer({name: 'answerCall', answer: given}),
		run: () => answer({name: 'runFirstCall'}),
		carryOn: () => answer({name: 'continuePaused'}),
	};

	const screen: SlashContext['screen'] = {
		themes: themeChoices,
		theme: () => store.state.theme,
		setTheme(name) {
			if (isThemeChoice(name)) {
				store.dispatch({name: 'useTheme', theme: createTheme(name)});
			}
		},
		hasMouse: () => store.state.hasMouse,
		setMouse: isOn => store.dispatch({name: 'useMouse', isOn}),
		notify: () => store.state.notify,
		setNotify: way => store.dispatch({name: 'setNotify', way}),
		testNotify: () => notify('this is how you are called', wayOf(store.state.notify)),
		windowFocus: () => store.state.windowFocus,
		isMarkdown: () => store.state.isMarkdown,
		showMarkdown: isOn => store.dispatch({name: 'showMarkdown', isOn}),
		isStepping: () => store.state.isStepping,
		setStepping: isOn => store.dispatch({name: 'setStepping', isOn}),
		layout: () => store.state,
		resetLayout: () => store.dispatch({name: 'setSizes', sizes: initialSizes}),
		toggleEvents() {
			store.dispatch({name: 'showEvents', isShown: !store.state.hasEvents});
			return store.state.hasEvents;
		},
		offerToKeep(changes) {
			store.dispatch({name: 'changeSettings', changes});
			const newest = store.state.unkept.at(-1);
			return changes.some(({setting}) => setting === newest?.setting) ? keepHint(store.state) : null;
		},
		openHelp: () => store.dispatch({name: 'openHelp'}),
		openDiff: exchanges => store.dispatch({name: 'openDiff', exchanges}),
		copy: effects.copy,
		leave: effects.leave,
	};

	/** What was kept waits for no key any more. */
	const keptBy = (words: Promise<string>, kept: () => ReadonlyMap<string, unknown>) =>
		words.then(text => {
			store.dispatch({name: 'forgetChanges', kept: kept()});
			return text;
		});

	const {models, listedFiles} = effects;
	return {
		settings,
		requests,
		models,
		files,
		listedFiles,
		demo,
		conversation,
		tools: tools.known,
		calls,
		session,
		config: {
			...config,
			keep: fields => keptBy(config.keep(fields), () => new Map(Object.entries(fields))),
			set: (name, text) => keptBy(config.set(name, text), () => new Map([[name, config.values().get(name)]])),
		},
		screen,
	};
}

/** What is tried while nothing is sent is what would be sent by default. */
function wayOf(way: NotifyWay): Exclude<NotifyWay, 'off'> {
	return way === 'off' ? 'auto' : way;
}

/** What an exchange was asked with, to ask it again. */
function againOf(exchange: ExchangeView): Pick<Sending, 'prompt' | 'results'> {
	const results = resultsOf(exchange);
	return {
		prompt: wholePromptOf(exchange),
		...(results.length > 0 || continuesTurn(exchange) ? {results} : {}),
	};
}
