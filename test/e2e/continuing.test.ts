import {test} from 'node:test';
import {openChat} from '../helpers/open-chat.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

test('--continue is the session that was left: its settings, and the demo’s scenario and speed', async () => {
	using home = temporaryFolder();
	await using first = await openChat({demo: 'chat', home: home.path});
	first.send('/demo thinking 4');
	await first.frame(({rows}) => rows.join('\n').includes('The demo plays thinking at speed 4.'));
	await first.sendEach('/demo max', '/max-tokens 5000', '/system Be short.', 'Hello');
	await first.status('complete');
	first.send('quit');
	await first.exited;

	await using second = await openChat({args: ['--continue'], home: home.path});
	const header = /demo: thinking ×max/;
	await second.frame(({rows}) => header.test(rows[0] ?? '') && /max tokens 5000/.test(rows[0] ?? ''));
	second.send('/system');
	await second.frame(({rows}) => rows.join('\n').includes('The system prompt is: Be short.'));
	second.send('quit');
	await second.exited;

	await using third = await openChat({args: ['--continue', '--demo-speed', '2'], home: home.path});
	await third.frame(({rows}) => /demo: thinking ×2/.test(rows[0] ?? ''));
});
