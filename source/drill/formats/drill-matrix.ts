import {escapeHtml} from '../../page/escape-html.js';
import {type CaseResult, countLevel, type DrillResult, levelSigns, outputLines} from '../drill-result.js';
import type {Level} from '../judgement.js';

const style = `
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem; color: #1f2328; background: #fff; }
table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .4rem .7rem; border-bottom: 1px solid #d0d7de; }
thead th { position: sticky; top: 0; background: #fff; }
th small, td small { display: block; font-weight: normal; color: #59636e; max-width: 26rem; }
.good b { color: #1a7f37; } .weak b, span.weak { color: #9a6700; } .bad b, span.bad { color: #cf222e; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .2rem 0; } summary { cursor: pointer; }
@media (prefers-color-scheme: dark) {
	body, thead th { color: #e6edf3; background: #0d1117; }
	th, td { border-color: #3d444d; } th small, td small { color: #9198a1; }
	.good b { color: #3fb950; } .weak b, span.weak { color: #d29922; } .bad b, span.bad { color: #f85149; }
}`;

/** A page with a row for each case and a column for each client. It needs nothing from the network and runs no script. */
export function drillMatrix(results: readonly DrillResult[]): string {
	const rows = caseNames(results).map(name => {
		const cells = results.map(({cases}) => cases.find(result => result.name === name));
		const summary = cells.find(cell => cell !== undefined)?.summary ?? '';
		return `<tr><th scope="row">${escapeHtml(name)}<small>${escapeHtml(summary)}</small></th>${cells.map(cell).join('')}</tr>`;
	});
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>How stream clients bear faults</title>
<style>${style}</style>
</head>
<body>
<h1>How stream clients bear faults</h1>
<p>Each client was run through the same cases by streamscope drill. ✓ good · ! could serve a person better · ✗ wrong</p>
<table>
<thead><tr><th scope="col">case, and what a good client does</th>${results.map(head).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

/** The cases of all results, each once, in the order of the first result that has it. */
function caseNames(results: readonly DrillResult[]): string[] {
	return [...new Set(results.flatMap(({cases}) => cases.map(({name}) => name)))];
}

function head(result: DrillResult): string {
	const counts = (['good', 'weak', 'bad'] as const satisfies readonly Level[])
		.map(level => `${levelSigns[level]} ${countLevel(result, level)}`)
		.join(' · ');
	return `<th scope="col">${escapeHtml(result.client)}<small>${counts} · seed ${result.seed}</small></th>`;
}

function cell(result: CaseResult | undefined): string {
	if (result === undefined) {
		return '<td>not run</td>';
	}

	const {level, judgements, output} = result;
	const words = judgements.map(
		judgement => `<span class="${judgement.level}">${escapeHtml(judgement.words)}</span>`,
	);
	const printed = output === undefined ? [] : outputLines(output).map(escapeHtml);
	const details =
		printed.length === 0
			? ''
			: `<details><summary>what it printed</summary><pre>${printed.join('\n')}</pre></details>`;
	return `<td class="${level}"><b>${levelSigns[level]} ${level}</b><small>${words.join('<br>')}${details}</small></td>`;
}
