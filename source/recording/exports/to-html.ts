import {createHash} from 'node:crypto';
import {bookmarksInOrder} from '../../analysis/bookmarks.js';
import {escapeHtml, scriptJson} from '../../page/escape-html.js';
import {pageBody} from '../../page/page-body.js';
import type {PageData} from '../../page/page-data.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {bookmarksIn} from '../bookmark-lines.js';
import {nextRequest} from '../next-request.js';
import type {ExportSource} from './exported.js';
import {pageScript, pageStyle} from './page-bundle.js';
import {shownEvents} from './shown-events.js';

/**
 * Exports one page that needs nothing from the network. Its content security policy allows only its own script and style, by their hashes.
 * The recording is JSON in a data element. `start` is how many events it shows at first; without it, all. The script folds it and inserts its content only as text.
 */
export function* toHtml(
	source: ExportSource,
	notes: readonly string[],
	start = source.events.length,
): Generator<string> {
	const {header, events} = source;
	const title = source.title ?? 'A recorded conversation';
	const about = [...new Set([header?.app, header?.mode, header?.startedAt])].filter(Boolean).join(' · ');
	yield head(title);
	yield pageBody({title, about, notes, events});
	const bookmarks = bookmarksInOrder(bookmarksIn(source.others, events.length));
	yield* data({
		since: nextRequest(source).since,
		hasTimes: source.pacing !== 'synthetic',
		bookmarks: bookmarks.map(({position, note}) => ({position, note: sanitizeLine(note)})),
		start: Math.min(start, events.length),
		events,
	});
	yield `<script>${pageScript}</script>\n</body>\n</html>\n`;
}

function* data({since, hasTimes, bookmarks, start, events}: PageData): Generator<string> {
	yield `<script type="application/json" id="data">{"since":${scriptJson(since)},"hasTimes":${hasTimes},"bookmarks":${scriptJson(bookmarks)},"start":${start},"events":[`;
	let separator = '';
	for (const event of shownEvents(events)) {
		yield `${separator}${scriptJson(event)}`;
		separator = ',\n';
	}

	yield ']}</script>\n';
}

function hashOf(text: string): string {
	return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function head(title: string): string {
	const policy = [
		"default-src 'none'",
		`script-src ${hashOf(pageScript)}`,
		`style-src ${hashOf(pageStyle)}`,
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'",
	].join('; ');
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${pageStyle}</style>
</head>
`;
}
