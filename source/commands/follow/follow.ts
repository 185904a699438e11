import process from 'node:process';
import type {Filter} from '../../analysis/filter/filter.js';
import {SeveralStreams} from '../../analysis/several-streams.js';
import {givenUpWords, type Watchdog} from '../../analysis/watchdog.js';
import {createGrowingLane} from '../../client/replay-lane.js';
import {pricesWith} from '../../config/price-overrides.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {SdkLane} from '../../trace/sdk-lane.js';
import type {Trace} from '../../trace/trace.js';
import type {KeyMap} from '../../ui/screen/keymap.js';
import {openScreenStore} from '../../ui/screen/open-screen-store.js';
import type {ReleaseHold} from '../../ui/screen/perform-effect.js';
import type {ScreenStore} from '../../ui/screen/screen-store.js';
import {createStore} from '../../ui/screen/store.js';
import type {TerminalFacts} from '../../ui/terminal/detect-terminal.js';
import {keepInFile} from '../keep-bookmark.js';
import {keepIn} from '../keep-settings.js';
import {keepFilterIn, keptFilters} from '../kept-filters.js';
import type {OptionValues} from '../options.js';
import {paneSizes} from '../pane-sizes.js';
import {showPlayer} from '../show-player.js';
import {terminalServices} from '../terminal-services.js';
import {createWatchdogGuard} from '../watchdog-guard.js';
import {followHeader, type ShownAs} from './follow-header.js';
import type {Growth} from './grow.js';
import {wallTimeOf} from './wall-time-of.js';

export type FollowOptions = {
	/** What is followed, for the header. */
	readonly name: string;
	readonly growth: Growth;
	readonly values: OptionValues;
	readonly keymap: KeyMap;
	/** The config file. */
	readonly configPath: string;
	readonly facts: TerminalFacts;
	/** The source of the keys. */
	readonly keys: NodeJS.ReadStream;
	readonly isPaused: boolean;
	/** Lets a stream go on that the source holds. */
	readonly releaseHold?: ReleaseHold;
	/** Hears the breakpoint whenever it may have changed. */
	readonly onBreakpoint?: (breakpoint: Filter | null) => void;
	/** Rules of clients: what they would have given up is marked. */
	readonly watchdogs?: readonly Watchdog[];
	/** What the conversation says before the first event. */
	readonly welcome: readonly string[];
	/** The command, and what the header says besides. */
	readonly shownAs?: ShownAs;
};

/** Shows a trace in the screen of the chat while another program appends to it. Resolves when the user quits. */
export async function follow(options: FollowOptions): Promise<void> {
	const {name, growth, values, keymap, configPath, facts, keys, isPaused, welcome, watchdogs = []} = options;
	const {trace, source, now} = growth;
	const services = terminalServices(process, facts);
	const lane = new SdkLane();
	const store = openScreenStore(
		{
			trace,
			lane,
			theme: services.createTheme(values.theme),
			keymap,
			isReplay: true,
			isFollowed: true,
			wallTime: wallTimeOf(growth),
			prices: pricesWith(values.prices),
			watchdogs,
		},
		{
			focus: 'events',
			isMarkdown: values.markdown,
			hasEvents: values.events,
			...paneSizes(values),
			views: values.views,
			filters: keptFilters(process.env),
			hasMouse: values.mouse,
			notify: values.notify,
			playhead: isPaused ? 0 : null,
		},
	);
	const stopSaying = sayNotes(growth, store);
	const stopOffering = offerList(trace, store);
	const stopGuarding = sayGivenUp(growth, store, watchdogs);
	store.subscribe(() => options.onBreakpoint?.(store.state.playback.breakpoint));
	const header = (events: number) =>
		followHeader({
			name,
			...(options.shownAs && {shownAs: options.shownAs}),
			state: source.state,
			events,
			now: performance.now(),
			held: trace.view.held,
		});
	await showPlayer(
		createStore({
			key: name,
			kind: 'replay' as const,
			store,
			services: {
				...services,
				now: () => performance.now(),
				judge: createGrowingLane(trace, lane),
				header: header(0),
				growth: {source, now, header},
				keepBookmark: keepInFile(null),
				releaseHold: options.releaseHold ?? (async () => 'only a running tap can let it go on'),
				topic: () => sanitizeLine(name),
				notify: (body, way) => services.notify({title: name, body}, way),
				keepSettings: keepIn(configPath),
				keepFilter: keepFilterIn(process.env),
				welcome,
			},
		}),
		{keys, values, facts},
		() => {
			stopSaying();
			stopGuarding();
			stopOffering();
		},
	);
}

/** Shows the list of exchanges once, when two are open at the same time or two clients ask. Returns an unsubscribe function. */
function offerList(trace: Trace, store: ScreenStore): () => void {
	const several = new SeveralStreams();
	let isOffered = false;
	const take = () => {
		several.extend(trace.events);
		if (several.isTrue && !isOffered) {
			isOffered = true;
			store.dispatch({name: 'showExchanges'});
		}
	};

	take();
	return trace.subscribe(take);
}

/** Says at once where a client would have given up, but not of what had come before. Returns an unsubscribe function. */
function sayGivenUp({trace, now}: Growth, store: ScreenStore, rules: readonly Watchdog[]): () => void {
	let isOld = true;
	const guard = createWatchdogGuard({
		rules,
		now,
		onGivenUp(exchange, rule) {
			if (!isOld) {
				store.dispatch({name: 'say', notice: `exchange ${exchange}: ${givenUpWords(rule)}`});
			}
		},
	});
	let seen = 0;
	const take = () => {
		for (; seen < trace.length; seen++) {
			const event = trace.at(seen);
			if (event !== undefined) {
				guard.add(event);
			}
		}
	};

	take();
	isOld = false;
	const unsubscribe = trace.subscribe(take);
	return () => {
		unsubscribe();
		guard.stop();
	};
}

/** Says each note about the source once. Returns an unsubscribe function. */
function sayNotes({source}: Growth, store: ScreenStore): () => void {
	let said = 0;
	const say = () => {
		const {notes} = source.state;
		const notice = notes.length === 0 ? null : sanitizeLine(notes.at(-1) ?? '');
		if (notes.length > said && notice !== null) {
			store.dispatch({name: 'say', notice});
		}

		said = notes.length;
	};

	say();
	return source.subscribe(say);
}
