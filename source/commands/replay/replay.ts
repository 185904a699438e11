import process from 'node:process';
import {createReplayLane} from '../../client/replay-lane.js';
import {pricesWith} from '../../config/price-overrides.js';
import {bookmarksIn} from '../../recording/bookmark-lines.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {SdkLane} from '../../trace/sdk-lane.js';
import {Trace} from '../../trace/trace.js';
import type {KeyMap} from '../../ui/screen/keymap.js';
import {openScreenStore} from '../../ui/screen/open-screen-store.js';
import {createStore} from '../../ui/screen/store.js';
import type {TerminalFacts} from '../../ui/terminal/detect-terminal.js';
import {damageWords} from '../damage-words.js';
import {keepInFile} from '../keep-bookmark.js';
import {keepIn} from '../keep-settings.js';
import {keepFilterIn, keptFilters} from '../kept-filters.js';
import type {NamedSource} from '../open-named-source.js';
import type {OptionValues} from '../options.js';
import {paneSizes} from '../pane-sizes.js';
import {recordedTimes} from '../recorded-times.js';
import {settleEnds} from '../settle-ends.js';
import {showPlayer} from '../show-player.js';
import {terminalServices} from '../terminal-services.js';
import {replayHeader} from './replay-header.js';
import {type ReplayFlags, startPlayback, startPlayhead} from './replay-options.js';

export type ReplayOptions = {
	readonly opened: NamedSource;
	readonly flags: ReplayFlags;
	readonly values: OptionValues;
	readonly keymap: KeyMap;
	/** The config file. */
	readonly configPath: string;
	readonly facts: TerminalFacts;
	/** The source of the keys. */
	readonly keys: NodeJS.ReadStream;
	/** Called before the screen is drawn. */
	readonly onReady: () => void;
};

/** Plays a recording or a capture in the screen of the chat, without an API key or a network. */
export async function replay({
	opened,
	flags,
	values,
	keymap,
	configPath,
	facts,
	keys,
	onReady,
}: ReplayOptions): Promise<void> {
	const {name, source} = opened;
	const playback = startPlayback(flags);
	const playhead = startPlayhead(source, flags);
	const services = terminalServices(process, facts);
	const trace = new Trace(await settleEnds(source));
	const lane = new SdkLane();
	const theme = services.createTheme(values.theme);
	const store = openScreenStore(
		{
			trace,
			lane,
			theme,
			keymap,
			isReplay: true,
			...recordedTimes(source),
			prices: pricesWith(values.prices),
		},
		{
			focus: 'events',
			isPresenting: flags.present === true,
			isMarkdown: values.markdown,
			hasEvents: values.events,
			...paneSizes(values),
			views: values.views,
			filters: keptFilters(process.env),
			hasMouse: values.mouse,
			notify: values.notify,
			playhead,
			playback,
			bookmarks: bookmarksIn(source.others, trace.length),
			notice: damageWords(source),
		},
	);
	onReady();
	await showPlayer(
		createStore({
			key: name,
			kind: 'replay' as const,
			store,
			services: {
				...services,
				now: () => performance.now(),
				judge: createReplayLane(trace, lane),
				header: replayHeader(name, source),
				growth: null,
				keepBookmark: keepInFile(opened.path),
				releaseHold: async () => null,
				topic: () => sanitizeLine(name),
				notify: (body, way) => services.notify({title: name, body}, way),
				keepSettings: keepIn(configPath),
				keepFilter: keepFilterIn(process.env),
				welcome: [
					'',
					' Space plays. The keys . and , step one event forward and back.',
					' F1 shows the keys.',
				],
			},
		}),
		{keys, values, facts},
	);
}
