import assert from 'node:assert/strict';
import {test} from 'node:test';
import {runSlashLine} from '../../../source/ui/slash/slash-line.js';
import {slashMenu, untouchedMenu} from '../../../source/ui/slash/slash-menu.js';
import {createSlashContext, type SlashContextOptions} from '../../helpers/slash-context.js';

const run = async (line: string, options: SlashContextOptions = {}) => {
	const {context, done} = createSlashContext(options);
	const reply = await runSlashLine(line, context);
	return {text: reply.text, isProblem: reply.isProblem, done};
};

test('/title shows the title, sets it, and refuses if nothing is being recorded', async () => {
	assert.match((await run('/title')).text ?? '', /^The session has no title\./);
	assert.match((await run('/title', {title: 'Cats'})).text ?? '', /^The session’s title is: Cats\b/);
	assert.deepEqual((await run('/title Big dogs', {title: 'Cats'})).done, ['title Big dogs']);
	const {isProblem} = await run('/title Big dogs', {title: null});
	assert.equal(isProblem, true);
});

test('/sessions and /fork wait for the answer to end', async () => {
	for (const line of ['/sessions', '/fork 1']) {
		const {isProblem, done} = await run(line, {isAnswering: true});
		assert.equal(isProblem, true);
		assert.deepEqual(done, []);
	}

	assert.deepEqual((await run('/sessions')).done, ['choose']);
	assert.deepEqual((await run('/sessions last')).done, ['openLast']);
	const none = await run('/sessions last', {lastSessionProblem: 'There is no saved session yet.'});
	assert.equal(none.text, 'There is no saved session yet.');
	assert.ok(none.isProblem);
});

test('/fork accepts a turn or uses the last one, and offers the turns with their prompts', async () => {
	assert.deepEqual((await run('/fork 1')).done, ['fork 1']);
	assert.deepEqual((await run('/fork')).done, ['fork 2']);
	assert.match((await run('/fork 3')).text ?? '', /There is no turn 3\. The turns are 1 to 2\./);
	assert.match((await run('/fork', {turns: []})).text ?? '', /Nothing has been asked yet/);
	const menu = slashMenu('/fork ', untouchedMenu, createSlashContext().context);
	assert.deepEqual(menu?.items, [
		{label: '1', description: 'Hello'},
		{label: '2', description: 'And then?'},
	]);
});

const exports: ReadonlyArray<readonly [string, string]> = [
	['/export', 'export md somewhere'],
	['/export html', 'export html somewhere'],
	['/export html redact', 'export html redacted somewhere'],
	['/export redact', 'export md redacted somewhere'],
	['/export html my page.html', 'export html my page.html'],
	['/export redact a.md', 'export md redacted a.md'],
	['/export notes.md', 'export md notes.md'],
	['/export redact cast', 'export cast redacted somewhere'],
	['/export between', 'export md between bookmarks somewhere'],
	['/export html between a.html', 'export html between bookmarks a.html'],
	['/export redact between html', 'export html redacted between bookmarks somewhere'],
	['/export between between.md', 'export md between bookmarks between.md'],
	['/export md html', 'export md html'],
	['/export cast ../a.cast', 'export cast ../a.cast'],
	['/export md notes', 'export md notes'],
	['/export ./notes', 'export md ./notes'],
];

for (const [line, expected] of exports) {
	test(`${line} is: ${expected}`, async () => {
		const {done, text} = await run(line);
		assert.deepEqual(done, [expected]);
		assert.equal(text, `Written: ${expected.replace('export ', '')}\nLeft out: the key.`);
	});
}

test('/export does not take a possibly misspelt format for a file', async () => {
	for (const line of ['/export gif', '/export redact gif']) {
		const {isProblem, text, done} = await run(line);
		assert.equal(isProblem, true);
		assert.equal(
			text,
			'There is no format gif. Formats: md, html, cast. For a file of that name, write ./gif.',
		);
		assert.deepEqual(done, []);
	}
});

test('/export says why nothing was written', async () => {
	const {isProblem, text} = await run('/export md /nowhere');
	assert.equal(isProblem, true);
	assert.match(text ?? '', /there is no such folder/);
	assert.equal((await run('/export', {turns: []})).isProblem, true);
});
