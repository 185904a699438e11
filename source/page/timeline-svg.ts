import {arrived} from '../analysis/arrived.js';
import {BlockRuns} from '../analysis/block-runs.js';
import {isContent} from '../messages/vocabulary/piece.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {escapeHtml} from './escape-html.js';

/** The drawing's width in its own units. The page stretches it. */
export const timelineWidth = 1000;
const densityHeight = 40;
const trackHeight = 14;
const maxTracks = 6;

/** A content block over time, from its start to the last event that belongs to it. */
type Track = {
	readonly index: number;
	readonly type: string;
	readonly from: number;
	to: number;
};

/** Draws the whole trace: the density of deltas at the top, and below it a bar for each content block. Pings, requests and errors are ticks. */
export function timelineSvg(events: readonly TraceEvent[], times: readonly number[]): string {
	const end = Math.max(1, times.at(-1) ?? 1);
	const x = (time: number) => Math.round((time / end) * timelineWidth * 10) / 10;
	const tracks: Track[] = [];
	const runs = new Map<number, BlockRuns<Track>>();
	const density = new Uint32Array(250);
	const ticks = new Map<string, string>();
	for (const [position, event] of events.entries()) {
		const time = times[position] ?? 0;
		const tick = tickOf(event);
		if (tick !== null) {
			// Ticks of one kind at the same position are drawn once.
			ticks.set(`${tick} ${Math.round(x(time))}`, drawTick(tick, x(time), event));
		}

		const decoded = arrived(event);
		if (decoded === null) {
			continue;
		}

		const blocks = runs.get(event.exchange) ?? new BlockRuns<Track>();
		runs.set(event.exchange, blocks);
		const found = blocks.follow(decoded, type => {
			const track = {index: decoded.index ?? -1, type: type || 'unknown', from: time, to: time};
			tracks.push(track);
			return track;
		});
		if (found !== null) {
			found.run.to = time;
		}

		if (isContent(decoded.piece)) {
			const bin = Math.min(density.length - 1, Math.floor((time / end) * density.length));
			density[bin] = (density[bin] ?? 0) + 1;
		}
	}

	const height = densityHeight + trackHeight * (maxTracks + 1);
	return [
		`<svg id="timeline" viewBox="0 0 ${timelineWidth} ${height}" preserveAspectRatio="none" role="img" aria-label="Timeline: deltas over time, content blocks, requests, pings and errors">`,
		...drawDensity(density),
		...tracks.slice(0, 5000).map(track => drawTrack(track, x)),
		...ticks.values(),
		`<line id="playhead" class="playhead" x1="${timelineWidth}" x2="${timelineWidth}" y1="0" y2="${height}"/>`,
		'</svg>',
	].join('\n');
}

function tickOf(event: TraceEvent): 'request' | 'ping' | 'error' | null {
	switch (event.type) {
		case 'request': {
			return 'request';
		}

		case 'sse': {
			return event.event === 'ping' || event.event === 'error' ? event.event : null;
		}

		case 'end': {
			return event.outcome === 'failed' ? 'error' : null;
		}

		default: {
			return null;
		}
	}
}

function drawTick(kind: string, at: number, {exchange}: TraceEvent): string {
	const bottom = kind === 'ping' ? densityHeight + 6 : densityHeight + trackHeight * (maxTracks + 1);
	const top = kind === 'ping' ? densityHeight : 0;
	return `<line class="tick ${kind}" x1="${at}" x2="${at}" y1="${top}" y2="${bottom}"><title>${kind}, exchange ${exchange}</title></line>`;
}

function drawDensity(density: Uint32Array): readonly string[] {
	const most = Math.max(1, ...density);
	const step = timelineWidth / density.length;
	return [...density].flatMap((count, bin) => {
		const height = Math.ceil((count / most) * (densityHeight - 2));
		return count === 0
			? []
			: [
					`<rect class="density" x="${bin * step}" y="${densityHeight - height}" width="${step}" height="${height}"/>`,
				];
	});
}

function drawTrack({index, type, from, to}: Track, x: (time: number) => number): string {
	const y = densityHeight + trackHeight + Math.min(index, maxTracks - 1) * trackHeight;
	const length = Math.max(2, x(to) - x(from));
	return `<rect class="track track-${index % 6}" x="${x(from)}" y="${y}" width="${length}" height="${trackHeight - 3}"><title>[${index}] ${escapeHtml(type)}</title></rect>`;
}
