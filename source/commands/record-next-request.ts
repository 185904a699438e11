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
	/** What the recording tells so far. */
	readonly told: NextRequest;
	note(line: SessionLine): void;
};

/**
 * Notes what the requests of a chat do not tell of the next one: settings that differ from those of the last request, and that the
 * conversation was cleared. Returns an unsubscribe function.
 */
export function recordNextRequest({trace, settings, screen, told, note}: NextRequestOptions): () => void {
	let known = comparable({...settings.state, ...nextSettings(told, olderApiVersion)});
	let {since} = screen.state;

	const noteSettings = () => {
		const present = comparable(settings.state);
		// Before anything was asked, the first request will tell.
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
				// An answer that another model was asked for once.
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
