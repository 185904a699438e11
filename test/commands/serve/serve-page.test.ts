import assert from 'node:assert/strict';
import {performance} from 'node:perf_hooks';
import {test} from 'node:test';
import {setTimeout} from 'node:timers/promises';
import {serveOptions} from '../../../source/commands/serve/serve-options.js';
import {startServing} from '../../../source/commands/serve/start-serving.js';
import {createJournal} from '../../../source/demo/journal.js';
import {type ChromiumPage, chromium, openPage} from '../../helpers/chromium.js';
import {eventually} from '../../helpers/eventually.js';
import {patience} from '../../helpers/patience.js';

const {skip} = chromium;

async function serving() {
	const journal = createJournal({limit: 9, keepsBodies: false, now: () => performance.now()});
	const options = serveOptions({port: '0'});
	const server = await startServing({options, replay: null, journal}, () => []);
	return Object.assign(server, {[Symbol.asyncDispose]: () => server.close()});
}

/** Clicks as a person does, because browsers give the clipboard to nothing else. */
async function click(page: ChromiumPage, selector: string): Promise<void> {
	const place = await page.evaluate(`(() => {
		const element = document.querySelector(${JSON.stringify(selector)});
		element.scrollIntoView({block: 'center'});
		const {x, y, width, height} = element.getBoundingClientRect();
		return {x: x + width / 2, y: y + height / 2};
	})()`);
	for (const type of ['mousePressed', 'mouseReleased']) {
		await page.send('Input.dispatchMouseEvent', {...(place as object), type, button: 'left', clickCount: 1});
	}
}

/** Waits until an expression is true in the page, which may be another one meanwhile. */
async function until(page: ChromiumPage, expression: string): Promise<void> {
	const deadline = performance.now() + patience;
	while ((await page.evaluate(expression).catch(() => false)) !== true) {
		assert.ok(performance.now() < deadline, `never: ${expression}`);
		await setTimeout(10);
	}
}

test('in a browser, the form of the page changes what plays, or says what it cannot take', {
	skip,
}, async () => {
	await using server = await serving();
	await using page = await openPage(`${server.url}/`, {width: 900, height: 700});
	assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
	await page.evaluate(`document.querySelector('#scenario').value = 'thinking'`);
	await click(page, 'form button');
	await eventually(() => server.scenario, 'thinking');
	await until(page, `location.pathname === '/' && document.querySelector('#scenario').value === 'thinking'`);
	await page.evaluate(`document.querySelector('#faults').value = 'drpi'`);
	await click(page, 'form button');
	await until(
		page,
		`document.querySelector('#problem').textContent === 'There is no fault "drpi". Did you mean drip?'`,
	);
	assert.equal(await page.evaluate(`document.querySelector('form') !== null`), true);
});

test('in a browser, a line is copied also where there is no clipboard to write to', {skip}, async () => {
	await using server = await serving();
	await using page = await openPage(`${server.url}/`, {width: 900, height: 700});
	await page.evaluate(`
		Object.defineProperty(navigator, 'clipboard', {value: undefined});
		addEventListener('copy', () => { document.title = getSelection().toString(); });
	`);
	await click(page, 'button[data-copy]');
	await until(page, `document.querySelector('button[data-copy]').textContent === 'Copied'`);
	assert.equal(
		await page.evaluate('document.title.trim()'),
		`export ANTHROPIC_BASE_URL=${server.url} ANTHROPIC_API_KEY=demo`,
	);
});
