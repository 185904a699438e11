import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startDemoServer} from '../../source/demo/demo-server.js';
import {createScenarioBook} from '../../source/demo/scenario-book.js';
import {readScenarioFile} from '../../source/demo/scenario-files/read-scenario-file.js';
import {demoScenarios} from '../../source/demo/scenario-names.js';
import {ask, post} from './demo-client.js';

/** A file that answers with its `about`. */
function file(name: string, about: string) {
	const read = readScenarioFile(`about: ${about}\ntext: ${about}`, name);
	assert.ok('scenario' in read);
	return read.scenario;
}

const cases = [file('drill-reset', 'A case.'), file('drill-cut', 'Another case.')];
const files = [file('overloaded', 'Mine.'), file('drill-reset', 'Mine too.')];

test('a file is listed once, in place of a scenario of the program or of a case', () => {
	const book = createScenarioBook(files, cases);
	assert.deepEqual(book.list.slice(0, 2), [
		{name: 'overloaded', summary: 'Mine.'},
		{name: 'drill-reset', summary: 'Mine too.'},
	]);
	assert.equal(book.list.length, demoScenarios.length + 1);
	assert.deepEqual(book.cases, [{name: 'drill-cut', summary: 'Another case.'}]);
});

test('a request chooses a file or a case by the header, the model or the prompt', async () => {
	const server = await startDemoServer({
		scenario: 'chat',
		scenarioFiles: files,
		cases,
		speed: 'max',
		seed: 1,
	});
	const answered = async (name: string, model: string, prompt: string) => {
		const headers = {'x-api-key': 'demo', 'anthropic-version': '2023-06-01', 'x-streamscope-scenario': name};
		const response = await post(server.url, {...ask(prompt), model}, name === '' ? {} : {headers});
		const {content} = JSON.parse(await response.text());
		return content[0].text;
	};
	assert.equal(await answered('overloaded', 'claude-haiku-5-5', 'Hi'), 'Mine.');
	assert.equal(await answered('drill-reset', 'claude-haiku-5-5', 'Hi'), 'Mine too.');
	assert.equal(await answered('', 'demo-drill-cut', 'Hi'), 'Another case.');
	assert.equal(await answered('', 'claude-haiku-5-5', '[drill-cut] Hi'), 'Another case.');
	await server.close();
});

test('a name that is not in the book is answered with the nearest one, also of a case', () => {
	const book = createScenarioBook([], cases);
	assert.equal(book.has('reset'), false);
	assert.equal(book.unknown('drill-rest'), 'There is no scenario "drill-rest". Did you mean drill-reset?');
});
