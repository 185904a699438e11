import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createClient} from '../../source/client/create-client.js';
import {listModels} from '../../source/client/list-models.js';
import {serve} from '../helpers/capture-server.js';

const clientFor = (url: string) => createClient({demo: {url}});

test('the models of every page, as the API orders them', async () => {
	let pages = 0;
	await using server = await serve(response => {
		pages++;
		const id = `claude-${pages}`;
		response.writeHead(200, {'content-type': 'application/json'});
		response.end(
			JSON.stringify({
				data: [{type: 'model', id, display_name: `Claude ${pages}`, created_at: '2026-01-01T00:00:00Z'}],
				has_more: pages < 3,
				first_id: id,
				last_id: id,
			}),
		);
	});
	assert.deepEqual(await listModels(clientFor(server.url)), {
		models: [
			{id: 'claude-1', name: 'Claude 1', facts: null},
			{id: 'claude-2', name: 'Claude 2', facts: null},
			{id: 'claude-3', name: 'Claude 3', facts: null},
		],
		problem: null,
	});
});

test('why there is no list is said in a sentence, after one try', async () => {
	let tries = 0;
	await using server = await serve(response => {
		tries++;
		response.writeHead(529, {'content-type': 'application/json'});
		response.end('{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}');
	});
	assert.deepEqual(await listModels(clientFor(server.url)), {
		models: [],
		problem: 'Cannot list the models. The API is overloaded.',
	});
	assert.equal(tries, 1);
});
