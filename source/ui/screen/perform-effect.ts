import type {Bookmark} from '../../analysis/bookmarks.js';
import type {ToolCall} from '../../messages/tools/tool-call.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {JsonObject} from '../../wire/json.js';
import type {News} from '../attention/news.js';
import type {StartChoice} from '../conversation/start-choices.js';
import type {Copy} from './copy-reducer.js';
import type {ScreenEffect} from './screen-effect.js';
import type {ScreenStore} from './screen-store.js';

/** Writes a change of a bookmark into the recording. Returns why it could not, in words that follow the notice; `null` if it could. */
export type KeepBookmark = (bookmark: Bookmark, isRemoved: boolean) => string | null;

/** Lets a held stream go on. Resolves to why it could not, in the words of a notice; `null` if it could. */
export type ReleaseHold = (exchange: number) => Promise<string | null>;

/**
 * Keeps settings in the config file; `undefined` removes one from there. Resolves to what was done, in a sentence. Rejects with an error that says
 * why they cannot be kept.
 */
export type KeepSettings = (values: Readonly<Record<string, unknown>>) => Promise<string>;

/** The effects that the screen can have on the outside world. */
export type ScreenEdge = {
	editTurn(exchange: number): void;
	forkTurn(exchange: number): void;
	start(choice: StartChoice): void;
	tell(news: News): void;
	interrupt(): void;
	leave(): void;
	suspend(): void;
	redraw(): void;
	readonly keepBookmark: KeepBookmark;
	readonly releaseHold: ReleaseHold;
	readonly keepSettings: KeepSettings;
	keepFilter(text: string): void;
	runTool(call: ToolCall): void;
	stopCommands(): void;
	continueTurn(results: readonly JsonObject[]): void;
	readonly copy: Copy;
};

/** Performs an effect of an action. This is the only place that does. */
export function performEffect(
	effect: ScreenEffect,
	edge: ScreenEdge,
	{dispatch}: Pick<ScreenStore, 'dispatch'>,
): void {
	switch (effect.name) {
		case 'copy': {
			const {text, what, next} = effect;
			void edge.copy(text).then(way => dispatch({name: 'say', notice: `${what} copied (${way})${next}`}));
			return;
		}

		case 'keepBookmark': {
			const problem = edge.keepBookmark(effect.bookmark, effect.isRemoved);
			if (problem !== null) {
				dispatch({name: 'say', notice: `${effect.said}; ${problem}`});
			}

			return;
		}

		case 'releaseHold': {
			void edge.releaseHold(effect.exchange).then(problem => {
				if (problem !== null) {
					dispatch({name: 'say', notice: problem});
				}
			});
			return;
		}

		case 'keepFilter': {
			edge.keepFilter(effect.text);
			return;
		}

		case 'keepSettings': {
			const say = (notice: string) => dispatch({name: 'say', notice: sanitizeLine(notice)});
			const kept = (words: string) => {
				dispatch({name: 'forgetChanges', kept: new Map(Object.entries(effect.values))});
				say(words);
			};
			void edge
				.keepSettings(effect.values)
				.then(kept, (error: unknown) => say(error instanceof Error ? error.message : String(error)));
			return;
		}

		case 'editTurn': {
			edge.editTurn(effect.exchange);
			return;
		}

		case 'forkTurn': {
			edge.forkTurn(effect.exchange);
			return;
		}

		case 'start': {
			edge.start(effect.choice);
			return;
		}

		case 'tell': {
			edge.tell(effect.news);
			return;
		}

		case 'interrupt': {
			edge.interrupt();
			return;
		}

		case 'leave': {
			edge.leave();
			return;
		}

		case 'suspend': {
			edge.suspend();
			return;
		}

		case 'redraw': {
			edge.redraw();
			return;
		}

		case 'runTool': {
			edge.runTool(effect.call);
			return;
		}

		case 'stopCommands': {
			edge.stopCommands();
			return;
		}

		case 'continueTurn': {
			edge.continueTurn(effect.results);
		}
	}
}
