export const pageStyle = `
:root {
	color-scheme: light dark;
	--back: #fbfaf8; --front: #1f2328; --soft: #666e78; --line: #d9d6d0; --card: #fff; --accent: #9a4a1f; --mark: #fbe6d3;
	--text: #1f6feb; --thinking: #8250df; --tool: #1a7f37; --result: #9a6700; --error: #c21f2e; --other: #57606a;
}
@media (prefers-color-scheme: dark) {
	:root {
		--back: #16181c; --front: #e6e4df; --soft: #9aa2ac; --line: #363b42; --card: #1e2126; --accent: #f0a878; --mark: #46301f;
		--text: #6cb0ff; --thinking: #c297ff; --tool: #58c26d; --result: #dba93a; --error: #ff7b72; --other: #a0a8b0;
	}
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--front); font: 16px/1.5 system-ui, sans-serif; }
header, footer, section.panel { padding: 0.75rem 1rem; }
h1 { margin: 0; font-size: 1.3rem; overflow-wrap: anywhere; }
h2 { margin: 0 0 0.5rem; font-size: 1rem; }
.soft, footer { color: var(--soft); font-size: 0.875rem; }
#player { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; padding: 0.5rem 1rem; background: var(--card); border-block: 1px solid var(--line); }
#scrubber { flex: 1 1 10rem; min-width: 8rem; accent-color: var(--accent); }
button, select, input { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--line); border-radius: 6px; padding: 0.3rem 0.6rem; min-height: 2.5rem; }
button:hover, select:hover { border-color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
#place { font-variant-numeric: tabular-nums; min-width: 12ch; }
#timeline { display: block; width: 100%; height: 124px; cursor: pointer; }
.density { fill: var(--text); opacity: 0.6; }
.lane { opacity: 0.85; }
.lane-0 { fill: var(--text); } .lane-1 { fill: var(--tool); } .lane-2 { fill: var(--thinking); }
.lane-3 { fill: var(--result); } .lane-4 { fill: var(--accent); } .lane-5 { fill: var(--other); }
.tick { stroke: var(--line); } .tick.ping { stroke: var(--other); stroke-width: 2; } .tick.error { stroke: var(--error); stroke-width: 3; }
.playhead { stroke: var(--accent); stroke-width: 2; }
main { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1rem; padding: 0 1rem; align-items: start; }
main > div { min-width: 0; }
#conversation { height: 60vh; overflow: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--card); padding: 0.75rem 1rem; }
.role { font-weight: 600; color: var(--accent); margin: 0.75rem 0 0.25rem; }
.block { margin: 0 0 0.75rem; padding-left: 0.6rem; border-left: 3px solid var(--text); }
.block.thinking { border-color: var(--thinking); } .block.tool { border-color: var(--tool); } .block.result { border-color: var(--result); }
.block.other { border-color: var(--other); }
.block.current { border-left-width: 6px; padding-left: calc(0.6rem - 3px); }
.long .chunk { content-visibility: auto; contain-intrinsic-height: auto 20rem; }
mark { background: var(--mark); color: inherit; box-shadow: 0 1px 0 var(--accent); }
.kind { color: var(--soft); font-size: 0.8rem; }
.content { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; }
.tool .content, .result .content, .other .content, pre, #rows td { font-family: ui-monospace, monospace; font-size: 0.85rem; }
.ending { color: var(--error); }
.fate, .opening { color: var(--soft); }
.opening { border-top: 1px solid var(--line); padding-top: 0.75rem; }
.left .content { opacity: 0.6; }
.filters { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-bottom: 0.5rem; }
#search { flex: 1 1 10rem; min-width: 8rem; }
#rows { height: 40vh; overflow: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
#rows table { border-collapse: separate; border-spacing: 0; width: 100%; table-layout: fixed; font-size: 0.85rem; }
#rows th { position: sticky; top: 0; height: 26px; padding: 0 0.4rem; background: var(--card); border-bottom: 1px solid var(--line); color: var(--soft); font-weight: normal; text-align: left; }
#rows th.number { text-align: right; }
#rows td { height: 26px; padding: 0 0.4rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; unicode-bidi: plaintext; }
#rows td.number { text-align: right; font-variant-numeric: tabular-nums; color: var(--soft); }
#rows tr.gone { opacity: 0.45; }
#rows tr[aria-current] { background: var(--mark); outline: 1px solid var(--accent); }
#rows tr.error td { color: var(--error); }
col.n { width: 3.6rem; } col.t { width: 4.8rem; } col.d { width: 4rem; } col.e { width: 11rem; } col.b { width: 2.6rem; }
#detail { max-height: 40vh; overflow: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--card); padding: 0.75rem; }
#detail .content { font-family: inherit; font-size: inherit; }
.clocks { border-collapse: collapse; }
.clocks th, .clocks td { text-align: left; padding: 0.1rem 1rem 0.1rem 0; font-weight: normal; font-size: 0.9rem; overflow-wrap: anywhere; }
.clocks td { white-space: nowrap; }
.clocks td { font-variant-numeric: tabular-nums; }
[hidden] { display: none !important; }
@media (max-width: 800px) {
	main { grid-template-columns: minmax(0, 1fr); }
	#conversation { height: 55vh; }
	col.d, col.b, #rows .d, #rows .b { display: none; }
	#rows td, .content { font-size: 0.8rem; }
	col.e { width: 9.6rem; } col.n { width: 3rem; } col.t { width: 4rem; }
}
`;
