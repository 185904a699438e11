import {createHash} from 'node:crypto';
import {escapeHtml} from '../../page/escape-html.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {faultRules} from '../faults/fault-rules.js';
import type {ListedAnswer} from '../listed-answer.js';
import type {ListedScenario} from '../scenario-names.js';
import type {ControlState} from './control-state.js';
import {sdkLines} from './sdk-lines.js';

const style = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1f2328; background: #fff; }
pre { background: #f6f8fa; padding: .6rem .8rem; overflow-x: auto; margin: .2rem 0 1rem; }
button, select, input { font: inherit; padding: .2rem .5rem; min-width: 0; }
form { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .5rem 1rem; max-width: 44rem; }
form button { grid-column: 2; justify-self: start; }
.wide { overflow-x: auto; } table { border-collapse: collapse; } td, th { text-align: left; padding: .2rem .8rem .2rem 0; vertical-align: top; }
small { color: #59636e; } #problem { color: #b3261e; font-weight: 600; }
@media (prefers-color-scheme: dark) {
	body { color: #e6edf3; background: #0d1117; } pre { background: #161b22; } small { color: #9198a1; } #problem { color: #ff8a80; } a { color: #58a6ff; }
}`;

// Copies a line, and keeps the list of requests up to date. What it inserts is text.
const script = `
for (const button of document.querySelectorAll('button[data-copy]')) {
	button.onclick = async () => {
		const line = button.nextElementSibling;
		try {
			await navigator.clipboard.writeText(line.textContent);
			button.textContent = 'Copied';
		} catch {
			// Browsers give the clipboard only to pages of this machine and of https. Elsewhere, the line is selected first.
			getSelection().selectAllChildren(line);
			button.textContent = document.execCommand('copy') ? 'Copied' : 'Selected';
		}
	};
}
const table = document.querySelector('#requests');
const row = cells => {
	const line = document.createElement('tr');
	for (const text of cells) line.append(Object.assign(document.createElement('td'), {textContent: text}));
	return line;
};
const refresh = async () => {
	try {
		const {requests} = await (await fetch('/__streamscope/requests')).json();
		if (requests.length > 0) table.replaceChildren(...requests.slice(-20).reverse().map(({number, path, client, status, bytes, endedBy, faults}) =>
			row([number, path, client, status ?? '…', bytes + ' B', endedBy === null ? 'streaming' : endedBy === 'client' ? 'the client left' : 'answered', faults])));
	} catch {}
	setTimeout(refresh, 1000);
};
refresh();`;

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** The headers of the page: nothing is loaded from elsewhere, and no other page may frame it. */
export const controlPageHeaders = {
	'content-type': 'text/html; charset=utf-8',
	'content-security-policy': policy,
	// With no-referrer, browsers send the page's own form with `Origin: null`.
	'referrer-policy': 'same-origin',
	'cache-control': 'no-store',
} as const;

/** The page at `/`: how to reach the server, what it plays, and what it was asked. `problem` is why the last change was not made. */
export function controlPage(state: ControlState, problem: string | null = null): string {
	const {url, speed, faults, replay} = state;
	const lines = sdkLines(url).map(
		({sdk, code}) =>
			`<div>${escapeHtml(sdk)} <button type="button" data-copy>Copy</button><pre>${escapeHtml(code)}</pre></div>`,
	);
	const list = [...faultRules.values()]
		.filter(({stage}) => replay === null || stage === 'bytes')
		.map(
			({name, summary}) =>
				`<tr><td><code>${escapeHtml(name)}</code></td><td>${escapeHtml(summary)}</td></tr>`,
		);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>streamscope serve</title>
<style>${style}</style>
</head>
<body>
<h1>streamscope serve</h1>
<p>This server speaks the Messages API at <code>${escapeHtml(url)}</code>. ${replay === null ? 'No model answers and no key is checked: everything it sends is made up.' : `It plays what was recorded in ${escapeHtml(replay.name)}.`}</p>
<h2>Connect</h2>
${lines.join('\n')}
<h2>What it plays</h2>
${replay === null ? scenarioWords : answerTable(replay.answers)}
<form method="post" action="/__streamscope">
${problem === null ? '' : `<span></span><span id="problem" role="alert">${escapeHtml(problem)}</span>`}
${replay === null ? scenarioChoice(state) : ''}
<label for="speed">Speed</label><input id="speed" name="speed" value="${escapeHtml(String(speed))}">
<label for="faults">Faults</label><input id="faults" name="faults" value="${escapeHtml(faults)}" placeholder="cut-after=12, drip">
<button>Play</button>
</form>
<h2>Requests</h2>
<div class="wide"><table><thead><tr><th>#</th><th>Path</th><th>Client</th><th>Status</th><th>Size</th><th>State</th><th>Faults</th></tr></thead><tbody id="requests"><tr><td></td><td>None yet.</td></tr></tbody></table></div>
<h2>Faults</h2>
<table><tbody>${list.join('\n')}</tbody></table>
<script>${script}</script>
</body>
</html>
`;
}

const scenarioWords =
	'<p>This holds for every request that does not choose for itself: by the model <code>demo-thinking</code>, by the header <code>x-streamscope-scenario</code>, by a prompt that begins with <code>[thinking]</code>, and by the header <code>x-streamscope-fault</code>.</p>';

function scenarioChoice({scenario, scenarios, cases}: ControlState): string {
	const option = ({name, summary}: ListedScenario) =>
		`<option value="${name}"${name === scenario ? ' selected' : ''}>${name}: ${escapeHtml(summary)}</option>`;
	const drill =
		cases.length === 0
			? ''
			: `<optgroup label="Cases of drill, with what a good client does">${cases.map(option).join('')}</optgroup>`;
	return `<label for="scenario">Scenario</label><select id="scenario" name="scenario">${scenarios.map(option).join('')}${drill}</select>`;
}

/** The most recorded answers that are listed. */
const maxListed = 200;

function answerTable(answers: readonly ListedAnswer[]): string {
	const rows = answers.slice(0, maxListed).map(({question, status, isStream, reads, duration}) => {
		const size = isStream ? `streamed, ${reads} ${reads === 1 ? 'read' : 'reads'}` : 'whole';
		const cells = [question, String(status), size, formatMilliseconds(duration)];
		return `<tr>${cells.map(cell => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
	});
	const more = answers.length - rows.length;
	return `<table><tbody>${rows.join('\n')}</tbody></table>${more > 0 ? `<p>And ${more} more.</p>` : ''}`;
}
