import {createReplayLane} from '../../client/replay-lane.js';
import {bookmarksIn} from '../../recording/bookmark-lines.js';
import {type CastVersion, castVersions, encodeCast} from '../../recording/exports/encode-cast.js';
import type {TraceSource} from '../../recording/open-trace-source.js';
import {createTheme} from '../../text/theme.js';
import {itemsOf} from '../../trace/persistent-list.js';
import {SdkLane} from '../../trace/sdk-lane.js';
import {Trace} from '../../trace/trace.js';
import {castFrames} from '../../ui/screen/cast-frames.js';
import {smallest} from '../../ui/screen/layout.js';
import {openScreen} from '../../ui/screen/screen.js';
import {recordedTimes} from '../recorded-times.js';
import {replayHeader} from '../replay/replay-header.js';
import {placeIn, startPlayback} from '../replay/replay-options.js';
import {settleEnds} from '../settle-ends.js';
import {UsageError} from '../usage-error.js';
import type {SessionsFlags} from './sessions-call.js';

/** The longest pause, in seconds, as in the player: no viewer waits a minute. */
const usualLimit = '2';
/** 256 colours: terminals that play casts have them. */
const colours = 2;

export type CastFlags = Pick<
	SessionsFlags,
	'size' | 'speed' | 'idleLimit' | 'castVersion' | 'present' | 'from' | 'until'
>;

/** Exports the player's view of a recording as an asciicast. Throws a `UsageError` for an invalid size or speed. */
export async function exportCast(
	name: string,
	source: TraceSource,
	{size = '100x30', speed = '1', idleLimit = usualLimit, castVersion = '2', present, from, until}: CastFlags,
	onProgress: (share: number) => void = () => {},
): Promise<Iterable<string>> {
	const {width, height} = readSize(size);
	const version = readVersion(castVersion);
	const trace = new Trace(await settleEnds(source));
	const lane = new SdkLane();
	const judge = createReplayLane(trace, lane);
	for (const {exchange} of itemsOf(trace.view.exchanges)) {
		await judge(exchange);
	}

	const screen = openScreen(
		{
			trace,
			lane,
			theme: createTheme('dark', colours, 'dark'),
			isReplay: true,
			...recordedTimes(source),
			size: {width, height},
		},
		{
			focus: 'events',
			isPresenting: present === true,
			playhead: from === undefined ? 0 : placeIn(source, '--from', from) + 1,
			playback: startPlayback({speed, idleLimit}),
			bookmarks: bookmarksIn(source.others, trace.length),
		},
	);
	const end = until === undefined ? trace.length : placeIn(source, '--until', until) + 1;
	const frames = castFrames({screen, end, header: replayHeader(name, source)});
	const told = frames.map(frame => {
		onProgress(frame.playhead / trace.length);
		return frame;
	});
	return encodeCast({version, width, height, title: source.title, frames: told});
}

function readVersion(text: string): CastVersion {
	const version = castVersions.find(known => String(known) === text);
	if (version === undefined) {
		throw new UsageError(
			`--cast-version cannot be ${JSON.stringify(text)}.`,
			`Use ${castVersions.join(' or ')}.`,
		);
	}

	return version;
}

function readSize(text: string): {width: number; height: number} {
	const [, width, height] = /^(\d{1,3})x(\d{1,3})$/.exec(text) ?? [];
	if (Number(width) >= smallest.width && Number(height) >= smallest.height) {
		return {width: Number(width), height: Number(height)};
	}

	throw new UsageError(
		`--size cannot be ${JSON.stringify(text)}.`,
		`Use columns and rows, at least ${smallest.width}x${smallest.height}, as in 100x30.`,
	);
}
