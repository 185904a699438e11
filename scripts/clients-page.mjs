// Runs the foreign clients through the cases of `drill` and the scenarios of `serve`, and writes docs/clients.md. Needs tsx.

import {spawn} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {text} from 'node:stream/consumers';

const row = cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** Runs a client through all cases. */
const drill = async (folder, {name, command}) => {
	const child = spawn(
		process.execPath,
		[
			...['node_modules/streamscope/dist/cli.js', 'drill', '--json', '--name', name],
			...['--time-limit', '20s', '--', ...command],
		],
		{cwd: folder, stdio: ['ignore', 'pipe', 'inherit']},
	);
	const result = JSON.parse(await text(child.stdout));
	console.log(`Drilled ${name}.`);
	return result;
};

const signs = {good: '✓', weak: '!', bad: '✗'};

/** A row a case and a column a client, and what was seen where a client was not good. */
const drillLines = results => {
	const names = results[0].cases.map(({name}) => name);
	const found = (result, name) => result.cases.find(each => each.name === name);
	const count = (result, level) => result.cases.filter(each => each.level === level).length;
	const matrix = [
		row(['case', ...results.map(({client}) => client)]),
		row(['---', ...results.map(() => ':---:')]),
		...names.map(name => row([`\`${name}\``, ...results.map(result => signs[found(result, name).level])])),
		row([
			'**good · weak · bad**',
			...results.map(result => ['good', 'weak', 'bad'].map(level => count(result, level)).join(' · ')),
		]),
	];
	const details = results.flatMap(({client, cases}) => [
		`### ${client}`,
		'',
		...cases
			.filter(({level}) => level !== 'good')
			.map(({name, level, judgements}) => {
				const words = judgements
					.filter(judgement => judgement.level !== 'good')
					.map(judgement => judgement.words);
				return `- ${signs[level]} \`${name}\`: ${words.join('; ')}`;
			}),
		'',
	]);
	return [
		'# What clients make of streams',
		'',
		'## Broken streams',
		'',
		'Each client asks one question as its documentation shows ([test/foreign/clients](../test/foreign/clients)) and is run through the cases of [drill.md](drill.md), with a time limit of 20 seconds a case. ✓ good · ! could serve a person better · ✗ wrong. `npm run drill:foreign` writes this page.',
		'',
		...matrix,
		'',
		...details,
	];
};

/** Milliseconds after which a client counts as one that hangs. */
const patience = 20_000;

/** What a client does with a scenario: a word for the table, and the first line of its error. */
const play = async (folder, url, command) => {
	const [program, ...args] = command.map(word => word.replace('{prompt}', 'Tell me about the soil.'));
	const child = spawn(program, args, {
		cwd: folder,
		env: {...process.env, ANTHROPIC_BASE_URL: url, ANTHROPIC_API_KEY: 'demo'},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let hangs = false;
	const timer = setTimeout(() => {
		hangs = true;
		child.kill('SIGKILL');
	}, patience);
	const ended = new Promise(resolve => child.once('close', resolve));
	const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
	clearTimeout(timer);
	const answer = stdout.replace(/\n\S+ tokens\n$/, '');
	if (hangs) {
		return {word: 'hangs', error: `no end within ${patience / 1000} s`};
	}

	const [error = ''] = stderr.split('\n').filter(line => /\w/.test(line));
	const word = code === 0 ? (answer === '' ? 'no text' : 'text') : answer === '' ? 'error' : 'text, error';
	return {word, error: code === 0 ? '' : error.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1').slice(0, 160)};
};

/** A row a scenario and a column a client, and the errors in the clients' own words. */
const scenarioLines = async (folder, clients, serve, scenarios) => {
	const rows = [];
	const said = new Map(clients.map(({name}) => [name, []]));
	for (const scenario of scenarios) {
		const cells = [];
		for (const {name, command} of clients) {
			// A server of its own, since some scenarios count the requests.
			using api = await serve('--scenario', scenario, '--speed', 'max');
			const {word, error} = await play(folder, api.url, command);
			cells.push(word);
			if (error !== '') {
				said.get(name).push(`- \`${scenario}\`: ${error}`);
			}
		}

		rows.push(row([`\`${scenario}\``, ...cells]));
		console.log(`Played ${scenario}.`);
	}

	return [
		'## The scenarios of the demo',
		'',
		`What each client printed with each scenario of [serve](serve.md), and whether it ended with an error. *hangs*: it had not ended after ${patience / 1000} seconds.`,
		'',
		row(['scenario', ...clients.map(({name}) => name)]),
		row(['---', ...clients.map(() => '---')]),
		...rows,
		'',
		...[...said].flatMap(([name, lines]) => [`### Errors of ${name}`, '', ...lines, '']),
	];
};

/** `folder` is where the clients are installed. One after the other: side by side, a busy machine would look like a client that hangs. */
export const writeClientsPage = async folder => {
	const {foreignClients} = await import(path.resolve(folder, 'test/foreign-clients.mjs'));
	const {serve} = await import(path.resolve(folder, 'test/served.mjs'));
	const {demoScenarios} = await import('../source/demo/scenario-names.js');
	const results = [];
	for (const client of foreignClients) {
		results.push(await drill(folder, client));
	}

	const names = demoScenarios.map(({name}) => name);
	const lines = [...drillLines(results), ...(await scenarioLines(folder, foreignClients, serve, names))];
	writeFileSync('docs/clients.md', `${lines.join('\n').trimEnd()}\n`);
};
