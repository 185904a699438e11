import {type PlaySpeed, playSpeeds, speedWords} from '../analysis/playback.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {escapeHtml} from './escape-html.js';
import {eventColours} from './event-colour.js';
import {idleLimit} from './page-data.js';
import {playTimes} from './play-times.js';
import {timelineSvg} from './timeline-svg.js';

/** What a page shows around the recording. `notes` say what the recording leaves out. */
export type PageFacts = {
	readonly title: string;
	readonly about: string;
	readonly notes: readonly string[];
	readonly events: readonly TraceEvent[];
};

/** The markup of a page's body, without the end tag, because the scripts follow. The page's script looks for these ids. */
export function pageBody({title, about, notes, events}: PageFacts): string {
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
<label>Speed <select id="speed">${playSpeeds.map(speedOption).join('')}</select></label>
</div>
<p id="caption" role="status"></p>
<div id="bookmarks" role="group" aria-label="Bookmarks" hidden></div>
<section class="panel" aria-label="Timeline">
${timelineSvg(events, playTimes(events))}
</section>
<main>
<div>
<h2>Conversation <label class="soft"><input id="source" type="checkbox"> Markdown source</label></h2>
<div id="conversation" tabindex="0" role="region" aria-label="Conversation"></div>
</div>
<div>
<h2>Events</h2>
<div class="filters">
<input id="search" type="search" placeholder="Search events" aria-label="Search events">
<select id="type" aria-label="Event type"><option value="">all types</option></select>
<output id="count" class="soft"></output>
</div>
<p class="legend soft" aria-label="Colours">${Object.entries(eventColours)
		.map(([name, words]) => `<span class="${name}">${words}</span>`)
		.join(' ')}</p>
<div id="rows" tabindex="0" role="region" aria-label="Events">
<table aria-label="Events"><colgroup><col class="n"><col class="t"><col class="d"><col class="e"><col class="b"><col></colgroup>
<thead><tr><th class="number" scope="col">#</th><th class="number" scope="col">ms</th><th class="number d" scope="col">Δ</th><th scope="col">event</th><th class="number b" scope="col">[]</th><th scope="col">detail</th></tr></thead>
<tbody id="events"></tbody></table>
</div>
<h2>Event</h2>
<pre id="detail" tabindex="0" aria-label="The event at the playhead"></pre>
<h2>Clocks</h2>
<p id="clocks-of" class="soft"></p>
<div id="clocks"></div>
</div>
</main>
<footer>
<p>Keys: space plays and pauses, , and . step, Home and End jump, / searches. Pauses of more than ${idleLimit / 1000} s are cut short when it plays.</p>
${notes.map(note => `<p>${escapeHtml(note)}</p>`).join('\n')}
</footer>
`;
}

function speedOption(speed: PlaySpeed): string {
	return `<option value="${speed}"${speed === 1 ? ' selected' : ''}>${speedWords(speed)}</option>`;
}
