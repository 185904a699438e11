import {promptOf} from '../../analysis/conversation.js';
import {isThemeChoice, themeChoices} from '../../text/theme.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import type {Sending} from '../hooks/use-message-stream.js';
import {goLive} from '../player/player-actions.js';
import {type Copy, codeBlock, newestAnswer} from '../screen/copy-actions.js';
import type {ScreenModel} from '../screen/screen-model.js';
import type {ScreenState} from '../screen/screen-state.js';
import type {ChatServices} from './chat-services.js';
import type {ModelList} from './model-list.js';
import type {SlashContext} from './slash-context.js';

/** What commands cause beyond the screen's own state. */
export type SlashEffects = {
	models(): ModelList;
	isAnswering(): boolean;
	send(sending: Sending): void;
	/** Stops the present answer. */
	interrupt(): void;
	/** What is sent next takes the place of this exchange, `null` of none. */
	setEditing(exchange: number | null): void;
	leave(): void;
	readonly copy: Copy;
};

/** The context of the commands over the screen: the conversation is that of the trace, from where it was cleared. */
export function createSlashContext(
	model: ScreenModel,
	{settings, demo, session, createTheme, compare}: ChatServices,
	effects: SlashEffects,
): SlashContext {
	const update = (change: (state: ScreenState) => Partial<ScreenState>) => {
		model.store.update(state => ({...state, ...change(state)}));
	};

	const last = (): ExchangeView | null => {
		const {latest} = model;
		return latest !== null && latest.exchange >= (model.state.since ?? 1) ? latest : null;
	};

	const conversation: SlashContext['conversation'] = {
		isAnswering: effects.isAnswering,
		lastPrompt() {
			const exchange = last();
			return exchange === null ? null : promptOf(exchange);
		},
		compare(prompt) {
			const exchange = last();
			const place = exchange === null || prompt !== null ? {} : {before: exchange.exchange};
			const asked = prompt ?? (exchange === null ? '' : promptOf(exchange));
			goLive(model);
			update(() => ({notice: 'comparing: once streaming, once not'}));
			return compare({prompt: asked, since: model.state.since ?? undefined, ...place}).finally(() =>
				update(() => ({notice: null})),
			);
		},
		clear() {
			effects.interrupt();
			effects.setEditing(null);
			goLive(model);
			update(() => ({since: (model.latest?.exchange ?? 0) + 1}));
		},
		retry(name) {
			const exchange = last();
			if (exchange !== null) {
				effects.setEditing(null);
				goLive(model);
				effects.send({prompt: promptOf(exchange), before: exchange.exchange, model: name ?? undefined});
			}
		},
		edit: () => effects.setEditing(last()?.exchange ?? null),
		answer: () => (last() === null ? null : newestAnswer(model)),
		codeBlock: number => (last() === null ? null : codeBlock(model, number)),
	};

	const screen: SlashContext['screen'] = {
		themes: themeChoices,
		theme: () => model.theme.name,
		setTheme(name) {
			if (isThemeChoice(name)) {
				model.theme = createTheme(name);
				update(() => ({}));
			}
		},
		toggleEvents() {
			update(({hasEvents}) => ({hasEvents: !hasEvents}));
			return model.state.hasEvents;
		},
		openHelp: () => update(() => ({overlay: 'help', helpTop: 0})),
		copy: effects.copy,
		leave: effects.leave,
	};

	return {settings, models: effects.models, demo, conversation, session, screen};
}
