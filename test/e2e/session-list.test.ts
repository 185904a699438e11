import assert from 'node:assert/strict';
import {readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {openChat} from '../helpers/open-chat.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

test('in the list of sessions, Ctrl+X deletes a session, Ctrl+Z restores it, the open one stays, and the wheel moves', async () => {
	using home = temporaryFolder();
	const data = path.join(home.path, 'data');
	const env = {STREAMSCOPE_HOME: data};
	const saved = () => readdirSync(path.join(data, 'sessions')).filter(name => name.endsWith('.ndjson'));
	await using first = await openChat({demo: 'chat', env, home: home.path});
	first.send('Tell me of orchids');
	await first.status('complete');
	first.send('quit');
	await first.exited;
	const [orchids = ''] = saved();
	const {mtimeMs} = statSync(path.join(data, 'sessions', orchids));

	await using second = await openChat({demo: 'chat', env, home: home.path, columns: 80, rows: 60});
	second.send('Tell me of whales');
	await second.status('complete');
	second.send('/sessions');
	await second.waitFor('Sessions 2');
	second.press('ctrl+x');
	await second.waitFor('this session is open');
	assert.equal(saved().length, 2);
	// The wheel, which stops at the end of the list.
	second.write('\u001BOB\u001BOB\u001BOB');
	second.press('ctrl+x');
	await second.waitFor('Deleted: Tell me of orchids. Ctrl+Z restores it.');
	await second.waitFor('Sessions 1');
	assert.deepEqual(saved().includes(orchids), false);
	assert.deepEqual(readdirSync(path.join(data, 'trash')), [orchids]);
	second.press('ctrl+z');
	await second.waitFor('Restored: Tell me of orchids.');
	await second.waitFor('Sessions 2');
	assert.equal(statSync(path.join(data, 'sessions', orchids)).mtimeMs, mtimeMs);
	second.press('ctrl+z');
	second.write('orchids');
	await second.waitFor('Search: orchids');
	second.press('enter');
	await second.frame(({conversation}) => conversation.includes('Tell me of orchids'));
});

test('the list of sessions shows what was said, finds answers by their words, and renames', async () => {
	using home = temporaryFolder();
	const env = {STREAMSCOPE_HOME: path.join(home.path, 'data')};
	await using first = await openChat({demo: 'chat', env, home: home.path, args: ['--demo-speed', 'max']});
	first.send('Write me a 3 word sentence, without a preamble.');
	await first.frame(({conversation}) => conversation.includes('Cats meow loudly.'));
	first.send('quit');
	await first.exited;

	await using second = await openChat({demo: 'chat', env, home: home.path, columns: 120, rows: 30});
	second.send('/sessions');
	await second.waitFor('Cats meow loudly.');
	second.write('meow');
	await second.waitFor(
		rows => rows.some(row => row.includes('Search: meow')) && rows.some(row => row.includes('Sessions 1')),
	);
	second.press('ctrl+r');
	await second.waitFor('Enter renames');
	second.write('Three words');
	await second.waitFor('Title: Three words');
	second.press('enter');
	await second.waitFor('Renamed: Three words.');
	second.press('enter');
	await second.frame(({conversation}) => conversation.includes('Cats meow loudly.'));
	second.send('/title');
	await second.waitFor('Three words');
});
