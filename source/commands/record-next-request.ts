import type {ChatSettings} from '../messages/request/chat-settings.js';
import {olderApiVersion} from '../messages/request/check-request.js';
import type {NextRequest} from '../recording/next-request.js';
import type {SessionLine} from '../recording/recording-format.js';
import type {Trace} from '../trace/trace.js';
import type {Store} from '../ui/screen/store.js';
import {nextSettings, settingsBody, settingsOf} from './session-settings.js';

export type NextRequestOptions = {
	readonly trace: Trace;
	readonly settings: Store<ChatSettings>;
	readonly screen: Pick<Store<{readonly since: number | null}>, 'state' | 'subscribe'>;
	/** The settings that are recorded so far. */
	readonly told: NextRequest;
	note(line: SessionLine): void;
};

/**
 * Records what the requests of a chat do not say about the next one: settings that differ from the last request, and that the conversation
 * was cleared. Returns an unsubscribe function.
 */
export function recordNextRequest({trace, settings, screen, told, note}: NextRequestOptions): () => void {
	let known = comparable({...settings.state, ...nextSettings(told, olderApiVersion)});
	let {since} = screen.state;

	const noteSettings = () => {
		const present = comparable(settings.state);
		// Before the first request there is nothing to record: it holds its own settings.
		if (present !== known && trace.length > 0) {
			known = present;
			const {betas = []} = settings.state;
			note({
				type: 'settings',
				body: settingsBody(settings.state),
				...(betas.length === 0 ? {} : {betas}),
			});
		}
	};

	const endings = [
		settings.subscribe(noteSettings),
		trace.subscribe(() => {
			const event = trace.at(trace.length - 1);
			if (event?.type === 'request') {
				known = comparable({...settings.state, ...settingsOf([event], olderApiVersion)});
				// Another model was asked for this one answer.
				noteSettings();
			}
		}),
		screen.subscribe(() => {
			if (screen.state.since !== since) {
				since = screen.state.since;
				note({type: 'clear'});
			}
		}),
	];
	return () => {
		for (const end of endings) {
			end();
		}
	};
}

function comparable(settings: ChatSettings): string {
	return JSON.stringify([settingsBody(settings), settings.betas ?? []]);
}
