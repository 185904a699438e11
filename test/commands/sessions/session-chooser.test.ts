import assert from 'node:assert/strict';
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {sessionChooser} from '../../../source/commands/sessions/session-chooser.js';
import {knownPrices} from '../../../source/messages/prices.js';
import {eventually} from '../../helpers/eventually.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';

const recorded = (words: string) =>
	[
		{
			type: 'recording',
			version: 2,
			app: 'streamscope/0.1.0',
			startedAt: '2026-11-22T15:00:00.000Z',
			mode: 'demo',
		},
		{
			type: 'request',
			at: 0,
			exchange: 1,
			attempt: 1,
			method: 'POST',
			url: 'https://api.anthropic.com/v1/messages',
			body: {model: 'm', max_tokens: 10, messages: [{role: 'user', content: words}]},
		},
	]
		.map(line => `${JSON.stringify(line)}\n`)
		.join('');

for (const act of ['pick', 'remove', 'rename'] as const) {
	test(`a session that another program deleted leaves the list: ${act}`, async () => {
		using home = temporaryFolder();
		const folder = path.join(home.path, 'sessions');
		mkdirSync(folder);
		const fileOf = (id: string) => path.join(folder, `${id}.ndjson`);
		for (const id of ['2026-11-22-1500-aaaa', '2026-11-22-1501-bbbb']) {
			writeFileSync(fileOf(id), recorded(id));
		}

		const chooser = sessionChooser({
			folder,
			trash: path.join(home.path, 'trash'),
			prices: knownPrices,
			present: null,
			renamePresent() {},
			back: null,
			open: () => Promise.reject(new Error('it must not be opened')),
		});
		const ids = () => chooser.list.state.sessions.map(({id}) => id);
		await eventually(() => ids().length === 2 && !chooser.list.state.isLoading, true);
		rmSync(fileOf('2026-11-22-1500-aaaa'));
		chooser[act]('2026-11-22-1500-aaaa', 'title');
		await eventually(() => chooser.list.state.problem !== null, true);
		assert.deepEqual(
			[ids(), chooser.list.state.problem],
			[['2026-11-22-1501-bbbb'], 'this session no longer exists'],
		);
	});
}
