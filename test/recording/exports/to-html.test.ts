import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {test} from 'node:test';
import {exportTrace} from '../../../source/recording/exports/export-trace.js';
import {openTraceSource} from '../../../source/recording/open-trace-source.js';
import {sanitize, sanitizeLine} from '../../../source/text/sanitize.js';
import {Trace} from '../../../source/trace/trace.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {appendExchange} from '../../helpers/append-exchange.js';
import {chromium} from '../../helpers/chromium.js';
import {complaints, openExportedPage} from '../../helpers/exported-page.js';

const {skip} = chromium;

const page = (events: readonly TraceEvent[], title: string | null = null) =>
	[...exportTrace({header: null, title, events, others: []}, 'html').pieces].join('');

const event = (payload: {type: string; [key: string]: unknown}) =>
	`event: ${payload.type}\ndata: ${JSON.stringify(payload)}\n\n`;

const delta = (text: string) =>
	event({type: 'content_block_delta', index: 0, delta: {type: 'text_delta', text}});

const body = (deltas: readonly string[]) =>
	[
		event({
			type: 'message_start',
			message: {model: 'm', content: [], usage: {input_tokens: 3, output_tokens: 1}},
		}),
		event({type: 'content_block_start', index: 0, content_block: {type: 'text', text: ''}}),
		'event: ping\ndata: {"type": "ping"}\n\n',
		...deltas.map(delta),
		event({type: 'content_block_stop', index: 0}),
		event({type: 'message_delta', delta: {stop_reason: 'end_turn'}, usage: {output_tokens: 9}}),
		event({type: 'message_stop'}),
	].join('');

const hostile = [
	'</script><script>document.title="owned"</script>',
	'<img src=x onerror="document.title=\'owned\'">',
	'<!-- <script> ]]> &lt; ',
	'\u001B[2J\u001B]0;owned\u0007\u2028\u202Eevil',
	'"]}\'-->',
];

test('the page allows its own script and style alone, by their hashes', async () => {
	const {events} = await openTraceSource([body(hostile)]);
	const html = page(events, hostile.join(' '));
	const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
	assert.match(policy, /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; /);
	for (const [tag, name] of [
		['script', 'script-src'],
		['style', 'style-src'],
	]) {
		const contents = [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(
			([, text = '']) => text,
		);
		assert.equal(contents.length, 1);
		const hash = createHash('sha256')
			.update(contents[0] ?? '')
			.digest('base64');
		assert.ok(policy.includes(`${name} 'sha256-${hash}'`));
	}

	assert.deepEqual(html.match(/<\/?script[^>]*>/g), [
		'<script type="application/json" id="data">',
		'</script>',
		'<script>',
		'</script>',
	]);
	// The script has what the Markdown lexer says of itself, and the scheme that it puts before a bare www address.
	const script = html.slice(html.lastIndexOf('<script>'), html.lastIndexOf('</script>'));
	assert.deepEqual(
		new Set(script.match(/https?:\/\/(?!127\.)[^"'`\s]*/g)),
		new Set(['http://', 'https://github.com/markedjs/marked.']),
	);
	assert.ok(!/https?:\/\/(?!127\.)/.test(html.replace(script, '')));
	assert.ok(
		!/<[^>]* (on\w+|style)=/.test(html.replace(/<script type="application\/json"[\s\S]*?<\/script>/, '')),
	);
});

test('a hostile recording stays text in a browser', {skip}, async () => {
	const {events} = await openTraceSource([body(hostile)]);
	await using opened = await openExportedPage(page(events, hostile.join(' ')));
	assert.equal(await opened.evaluate('document.documentElement.dataset.ready'), 'true');
	assert.equal(
		await opened.evaluate('document.querySelector("h1").textContent'),
		sanitizeLine(hostile.join(' ')),
	);
	assert.equal(
		await opened.evaluate('document.querySelector(".block .content").textContent'),
		sanitize(hostile.join('')),
	);
	// Not even in the data: the page shows it in many places.
	assert.ok(
		await opened.evaluate(
			'!/[\\p{Cc}\\u2028-\\u202E]/u.test(document.documentElement.textContent.replaceAll(/[\\n\\t]/g, ""))',
		),
	);
	await opened.press('Home');
	for (let step = 0; step < 9; step++) {
		await opened.press('.');
	}

	assert.equal(
		await opened.evaluate('document.querySelector(".block mark").textContent'),
		sanitize(hostile[3] ?? ''),
	);
	assert.equal(await opened.evaluate('document.querySelectorAll("script, img, iframe").length'), 2);
	assert.notEqual(await opened.evaluate('document.title'), 'owned');
	assert.deepEqual(complaints(opened.told), []);
});

const markdown = [
	'# Title\n\nSome **bold** and `co',
	'de`.\n\n- one\n- two\n\n1. first\n\n| a | b |\n|---|---|\n| `x | y` | 2 |\n\n```js\nlet a',
	' = 1;\n```\n\n[site](https://a.example/?x=1) [evil](javascript:alert(1)) <img src=x onerror=alert(1)> &amp; &lt;b&gt;',
];

test('an answer is rendered as Markdown, its new words highlighted, and its source can be seen', {
	skip,
}, async () => {
	const {events} = await openTraceSource([body(markdown)]);
	await using opened = await openExportedPage(page(events, 'Markdown'));
	const count = (selector: string) =>
		opened.evaluate(`document.querySelectorAll('.rendered ${selector}').length`);
	const words = (selector: string) =>
		opened.evaluate(
			`[...document.querySelectorAll('.rendered ${selector}')].map(one => one.textContent).join('|')`,
		);
	assert.equal(await words('h3'), 'Title');
	assert.equal(await words('strong'), 'bold');
	assert.equal(await words('li'), 'one|two|first');
	assert.equal(await words('td'), 'x | y|2');
	assert.equal(await words('pre'), 'let a = 1;');
	assert.equal(await opened.evaluate('document.querySelector(".rendered a").href'), 'https://a.example/?x=1');
	assert.equal(await count('a'), 1);
	assert.equal(await count('img'), 0);
	assert.match(String(await words('p')), /evil <img src=x onerror=alert\(1\)> & <b>$/);
	assert.deepEqual(complaints(opened.told), []);

	// Before the last piece of text: the list and the table have come, the code block is open.
	for (let step = 0; step < 5; step++) {
		await opened.press(',');
	}

	assert.equal(await words('pre'), 'let a');
	assert.match(String(await words('mark')), /^de.*one.*two.*first.*let a$/s);
	await opened.evaluate('document.getElementById("source").click()');
	assert.match(
		String(await opened.evaluate('document.querySelector(".block").innerText')),
		/^# Title\n\nSome \*\*bold\*\*/,
	);
	await opened.evaluate('document.getElementById("source").click()');
	assert.match(
		String(await opened.evaluate('document.querySelector(".block").innerText')),
		/^Title\n+Some bold/,
	);
});

test('stepping forward and back renders the same as jumping there', {skip}, async () => {
	const {events} = await openTraceSource([body(markdown.join('').match(/[\s\S]{1,7}/g) ?? [])]);
	await using opened = await openExportedPage(page(events, 'Steps'));
	const html = () =>
		opened.evaluate(
			'document.querySelector(".rendered")?.innerHTML.replaceAll(/<\\/?mark[^>]*>/g, "") ?? ""',
		);
	await opened.press('Home');
	const stepped: unknown[] = [];
	for (let step = 0; step < events.length; step++) {
		await opened.press('.');
		stepped.push(await html());
	}

	for (const at of [events.length - 3, 9, 20, 12]) {
		await opened.press('Home');
		await opened.evaluate(
			`(() => { const bar = document.getElementById('scrubber'); bar.value = ${at + 1}; bar.dispatchEvent(new Event('input')); })()`,
		);
		assert.equal(await html(), stepped[at], `event ${at + 1}`);
	}
});

test('the conversation follows to an event that adds nothing to read, and a legend names the colours', {
	skip,
}, async () => {
	const long = Array.from({length: 40}, (_, index) => `Paragraph ${index}.\n\n`);
	const {events} = await openTraceSource([body(long)]);
	await using opened = await openExportedPage(page(events, 'Long'));
	const bottom = () =>
		opened.evaluate(
			'Math.round((() => { const pane = document.getElementById("conversation"); return pane.scrollHeight - pane.clientHeight - pane.scrollTop; })())',
		);
	await opened.press('Home');
	await opened.evaluate('document.getElementById("conversation").scrollTop = 0');
	await opened.press('End');
	assert.ok(Number(await bottom()) <= 40, String(await bottom()));
	assert.equal(
		await opened.evaluate(
			'[...document.querySelectorAll(".legend span")].map(one => one.textContent).join(", ")',
		),
		'text, thinking, tool call, result, compaction, error, message, ping',
	);
	assert.equal(await opened.evaluate('document.querySelectorAll("#rows tr.text").length > 0'), true);
});

test('the page plays, steps, jumps and searches, by mouse and by keyboard', {skip}, async () => {
	const {events} = await openTraceSource([body(['One ', 'two ', 'three.'])]);
	await using opened = await openExportedPage(page(events, 'Counting'));
	const place = async () => String(await opened.text('place')).split(' · ')[0];
	const answer = () => opened.evaluate('document.querySelector(".block")?.innerText');
	const click = (id: string) => opened.evaluate(`document.getElementById('${id}').click()`);
	assert.equal(await place(), '12 / 12');
	assert.equal(await answer(), 'One two three.');

	await opened.press('Home');
	assert.equal(await place(), '0 / 12');
	assert.equal(await opened.text('conversation'), '');
	for (let step = 0; step < 6; step++) {
		await opened.press('.');
	}

	assert.equal(await place(), '6 / 12');
	assert.equal(await answer(), 'One');
	await click('forward');
	assert.equal(await answer(), 'One two');
	assert.equal(await opened.evaluate('document.querySelector("mark:not(:empty)").textContent'), 'two ');
	await opened.press(',');
	assert.equal(await answer(), 'One');
	assert.match(String(await opened.text('detail')), /"text": "One "/);
	assert.match(String(await opened.text('clocks')), /TTFT\s+1\.0\d s[\s\S]*total\s+–/);

	await opened.press('/');
	await opened.evaluate('document.execCommand("insertText", false, "THREE")');
	assert.equal(await opened.text('count'), '1 of 12 events');
	assert.match(
		String(await opened.evaluate('document.querySelector("#rows tbody").innerText')),
		/^8\s.*content_block_delta\s+0\s+"three\."$/,
	);
	await opened.evaluate('document.querySelector("#rows tbody tr").click()');
	assert.equal(await place(), '8 / 12');
	assert.equal(await answer(), 'One two three.');
	await opened.evaluate(`{
		const set = (id, value, name) => {
			const field = document.getElementById(id);
			field.value = value;
			field.dispatchEvent(new Event(name));
		};
		set('search', '', 'input');
		set('type', 'ping', 'change');
		set('speed', 'max', 'change');
	}`);
	assert.equal(await opened.text('count'), '1 of 12 events');

	await click('play');
	await opened.evaluate(
		'new Promise(resolve => { const wait = () => document.getElementById("play").textContent === "Play" ? resolve() : requestAnimationFrame(wait); wait(); })',
	);
	assert.equal(await place(), '12 / 12');
	assert.match(String(await opened.text('clocks')), /total\s+1\.\d+ s[\s\S]*output_tokens\s+9/);
	assert.deepEqual(complaints(opened.told), []);
});

test('a turn that was asked again stands back from when that shows, and a new conversation has a rule', {
	skip,
}, async () => {
	const trace = new Trace();
	for (const content of ['Orchids?', 'Orchids?', 'Whales?']) {
		appendExchange(trace, {messages: [{role: 'user', content}], answer: 'Yes.'});
	}

	await using opened = await openExportedPage(page(trace.events));
	const seen = () =>
		opened.evaluate(
			'[...document.querySelectorAll("#conversation section")].filter(({hidden}) => !hidden).map(section => [section.className, section.innerText.replaceAll(/\\s+/g, " ")])',
		);
	assert.deepEqual(await seen(), [
		['left', '↻ Asked again below. You Orchids? Claude Yes.'],
		['', 'You Orchids? Claude Yes.'],
		['', 'A new conversation You Whales? Claude Yes.'],
	]);
	await opened.press('Home');
	for (let step = 0; step < 5; step++) {
		await opened.press('.');
	}

	assert.deepEqual(await seen(), [['', 'You Orchids? Claude Yes.']]);
	await opened.press('.');
	assert.deepEqual(await seen(), [
		['left', '↻ Asked again below. You Orchids? Claude Yes.'],
		['', 'You Orchids? Claude'],
	]);
});

test('the blocks of an answer with citations read as one text, and each is highlighted by itself', {
	skip,
}, async () => {
	const block = (index: number, text: string) =>
		event({type: 'content_block_start', index, content_block: {type: 'text', text: ''}}) +
		event({type: 'content_block_delta', index, delta: {type: 'text_delta', text}}) +
		event({type: 'content_block_stop', index});
	const {events} = await openTraceSource([
		event({type: 'message_start', message: {model: 'm', content: [], usage: {}}}) +
			block(0, 'Macaws ') +
			block(1, 'are blue') +
			block(2, ', mostly.') +
			event({type: 'message_stop'}),
	]);
	await using opened = await openExportedPage(page(events));
	const passages = () =>
		opened.evaluate('[...document.querySelectorAll(".passage")].map(passage => passage.innerText)');
	assert.deepEqual(await passages(), ['Macaws are blue, mostly.']);
	await opened.press('Home');
	assert.equal(await opened.evaluate('getComputedStyle(document.querySelector(".passage")).display'), 'none');
	for (let step = 0; step < 8; step++) {
		await opened.press('.');
	}

	assert.equal(await opened.evaluate('document.querySelector(".block mark").textContent'), 'are blue');
	assert.deepEqual(await passages(), ['Macaws are blue']);
});

test('a phone shows all of it without scrolling sideways, in the dark too', {skip}, async () => {
	const {events} = await openTraceSource([body(['a'.repeat(500), ' word'.repeat(500)])]);
	await using opened = await openExportedPage(page(events, 'b'.repeat(200)), {width: 390, height: 844});
	await opened.send('Emulation.setEmulatedMedia', {
		features: [{name: 'prefers-color-scheme', value: 'dark'}],
	});
	assert.equal(await opened.evaluate('document.documentElement.scrollWidth'), 390);
	const [back, front] = (await opened.evaluate(
		'(({backgroundColor, color}) => [backgroundColor, color])(getComputedStyle(document.body))',
	)) as [string, string];
	const light = (colour: string) => Number(colour.match(/\d+/)?.[0]);
	assert.ok(light(back) < 60 && light(front) > 180);
	assert.deepEqual(complaints(opened.told), []);
});

test('ten megabytes of text open, and the table of 100,000 events holds only what is in sight', {
	skip,
}, async () => {
	const {events} = await openTraceSource([
		body([...Array.from({length: 100_000}, () => 'x'.repeat(99)), '<b>end</b>']),
	]);
	await using opened = await openExportedPage(page(events));
	assert.equal(await opened.evaluate('document.documentElement.dataset.ready'), 'true');
	assert.equal(
		await opened.evaluate('document.querySelector(".block .content").textContent.length'),
		9_900_010,
	);
	assert.ok(Number(await opened.evaluate('document.querySelectorAll("#rows tr").length')) < 100);
	assert.deepEqual(
		await opened.evaluate(
			'[...document.querySelectorAll("#rows td.number")].filter(cell => cell.scrollWidth > cell.clientWidth).map(cell => cell.textContent)',
		),
		[],
	);
	assert.match(String(await opened.evaluate('document.querySelector("#rows tbody").innerText')), /100010/);
	await opened.press('Home');
	await opened.press('.');
	assert.match(String(await opened.text('place')), /^1 \/ 100010/);
	assert.deepEqual(complaints(opened.told), []);
});
