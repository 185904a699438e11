import {createHash} from 'node:crypto';
import {nextRequest} from '../next-request.js';
import type {ExportSource} from './exported.js';
import {escapeHtml, scriptJson} from './html/escape-html.js';
import {pageConversationScript} from './html/page-conversation-script.js';
import {pageExchanges} from './html/page-exchanges.js';
import {pageModelScript} from './html/page-model-script.js';
import {pagePlayerScript} from './html/page-player-script.js';
import {pageStyle} from './html/page-style.js';
import {pageTableScript} from './html/page-table-script.js';
import {maxWait, playTimes} from './html/play-times.js';
import {shownEvents, shownJson} from './html/shown-events.js';
import {timelineSvg} from './html/timeline-svg.js';

const parts = [pageModelScript, pageConversationScript, pageTableScript, pagePlayerScript];
const script = `'use strict';\n(() => {\n${parts.join('\n')}\n})();\n`;

/**
 * One page that holds everything and asks the network for nothing: its content security policy allows the one script and the one style
 * by their hashes. The recording is JSON in a data element; the script sets what comes from it as text.
 */
export function* toHtml(source: ExportSource, notes: readonly string[]): Generator<string> {
	const {header, events} = source;
	const title = source.title ?? 'A recorded conversation';
	const about = [...new Set([header?.app, header?.mode, header?.startedAt])].filter(Boolean).join(' · ');
	yield head(title);
	yield bodyStart(title, about, timelineSvg(events, playTimes(events)));
	yield footer(notes);
	const exchanges = pageExchanges(events, nextRequest(source).since);
	yield `<script type="application/json" id="data">{"maxWait":${maxWait},"exchanges":${scriptJson(shownJson(exchanges))},"events":[`;
	let separator = '';
	for (const event of shownEvents(events)) {
		yield `${separator}${scriptJson(event)}`;
		separator = ',\n';
	}

	yield `]}</script>\n<script>${script}</script>\n</body>\n</html>\n`;
}

function hashOf(text: string): string {
	return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function head(title: string): string {
	const policy = [
		"default-src 'none'",
		`script-src ${hashOf(script)}`,
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

function bodyStart(title: string, about: string, timeline: string): string {
	return `<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p class="soft">${escapeHtml(about)}</p>
<noscript>This page shows the recording with a script that it holds itself; scripts are switched off.</noscript>
</header>
<div id="player" role="group" aria-label="Player">
<button id="back" type="button" aria-label="One event back" title="One event back (,)">‹</button>
<button id="play" type="button" title="Play or pause (space)">Play</button>
<button id="forward" type="button" aria-label="One event forward" title="One event forward (.)">›</button>
<input id="scrubber" type="range" min="0" value="0" aria-label="Playhead, in events">
<output id="place"></output>
<label>Speed <select id="speed">
<option value="0.1">0.1×</option><option value="0.25">0.25×</option><option value="0.5">0.5×</option><option value="1" selected>1×</option>
<option value="2">2×</option><option value="5">5×</option><option value="10">10×</option><option value="100">100×</option><option value="max">at once</option>
</select></label>
</div>
<section class="panel" aria-label="Timeline">
${timeline}
</section>
<main>
<div>
<h2>Conversation</h2>
<div id="conversation" tabindex="0" role="region" aria-label="Conversation"></div>
</div>
<div>
<h2>Events</h2>
<div class="filters">
<input id="search" type="search" placeholder="Search events" aria-label="Search events">
<select id="type" aria-label="Type of event"><option value="">all types</option></select>
<output id="count" class="soft"></output>
</div>
<div id="rows" tabindex="0" role="region" aria-label="Events">
<table aria-label="Events"><colgroup><col class="n"><col class="t"><col class="d"><col class="e"><col class="b"><col></colgroup>
<thead><tr><th class="number" scope="col">#</th><th class="number" scope="col">ms</th><th class="number d" scope="col">Δ</th><th scope="col">event</th><th class="number b" scope="col">[]</th><th scope="col">detail</th></tr></thead>
<tbody></tbody></table>
</div>
<h2>Event</h2>
<pre id="detail" tabindex="0" aria-label="The event at the playhead"></pre>
<h2>Clocks</h2>
<p id="clocks-of" class="soft"></p>
<div id="clocks"></div>
</div>
</main>
`;
}

function footer(notes: readonly string[]): string {
	const lines = notes.map(note => `<p>${escapeHtml(note)}</p>`).join('\n');
	return `<footer>
<p>Keys: space plays and pauses, , and . step, Home and End jump, / searches. Waits of more than ${maxWait / 1000} s are cut short when it plays.</p>
${lines}
</footer>
`;
}
