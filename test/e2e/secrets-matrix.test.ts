import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {exportFormats} from '../../source/recording/exports/export-formats.js';
import {encodeSse} from '../../source/wire/encode-sse.js';
import {serveProxy} from '../helpers/proxy-server.js';
import {runProgram} from '../helpers/run-program.js';
import {serveTap} from '../helpers/tap-server.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {blockStart, blockStop, message, text, toWire} from '../messages/conformance/sample-stream.js';

const mark = 'MARKED-SECRET';
const secret = (place: string) => `${mark}-${place}-0123456789`;

/** How a proxy is told the password. */
const proxyPassword = Buffer.from(`me:${secret('proxy')}`).toString('base64');

test('a secret of each place reaches no output and no file, though the server sends back what it was sent', async () => {
	await using api = await serveTap((response, {request, body}) => {
		const echo = JSON.stringify([request.url, request.rawHeaders]);
		if (request.url?.includes('refuse') || body.includes('refuse')) {
			response.writeHead(401, {'content-type': 'application/json', 'request-id': echo.slice(0, 2000)});
			response.end(JSON.stringify({type: 'error', error: {type: 'authentication_error', message: echo}}));
			return;
		}

		response.writeHead(200, {'content-type': 'text/event-stream', 'request-id': echo.slice(0, 2000)});
		const stream = message(blockStart(0), text(0, echo), blockStop(0)).map(toWire);
		response.end(`: ${echo}\n${stream.map(encodeSse).join('')}`);
	});
	await using proxy = await serveProxy();
	using folder = temporaryFolder();
	const env = {
		ANTHROPIC_CUSTOM_HEADERS: `X-Gateway-Key: ${secret('header')}\nCookie: session=${secret('cookie')}`,
		HTTP_PROXY: proxy.url.replace('//', `//me:${secret('proxy')}@`),
		GATEWAY_KEY: secret('gateway'),
		TMPDIR: folder.path,
	};
	const recording = path.join(folder.path, 'recording.ndjson');
	const target = ['--base-url', api.url];
	const against = ['--against', api.url, '--against-key-env', 'GATEWAY_KEY'];
	const outputs: string[] = [];
	for (const [index, credential] of ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN'].entries()) {
		const options = {home: folder.path, env: {...env, [credential]: secret(credential)}};
		const all = [
			['ask', ...target, '--record', recording, 'Hi'],
			['ask', ...target, '--events', 'Hi'],
			['ask', ...target, '--json', 'Hi'],
			['ask', ...target, 'Hi'],
			['ask', ...target, 'refuse'],
			['ask', ...target, '--raw', 'Hi'],
			['ask', ...target, '--no-stream', 'Hi'],
			['compare', ...target, '--json', 'Hi'],
			['compare', ...target, '--csv', 'refuse'],
			['compare', ...target, ...against, 'Hi'],
			['compare', ...target, ...against, '--json', 'refuse'],
			['config', '--json'],
			['config'],
			['inspect', recording],
			['inspect', '--json', recording],
			...exportFormats.map(format => ['sessions', 'export', recording, '--to', format]),
		];
		// The two are treated alike once they are known.
		for (const args of index === 0 ? all : all.slice(0, 6)) {
			const {stdout, stderr} = await runProgram(args, options);
			outputs.push(`${args.join(' ')}\n${stdout}${stderr}`);
		}
	}

	const sent = api.calls.flatMap(({request}) => request.rawHeaders).join(' ');
	const places = ['header', 'cookie', 'gateway', 'ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN'];
	for (const credential of [...places.map(secret), proxyPassword]) {
		assert.ok(sent.includes(credential), `${credential} was not sent`);
	}

	const files = readdirSync(folder.path, {recursive: true, withFileTypes: true})
		.filter(entry => entry.isFile())
		.map(entry => path.join(entry.parentPath, entry.name));
	const written = files.map(file => `${file}\n${readFileSync(file, 'utf8')}`);
	assert.ok(files.includes(recording));
	assert.deepEqual(
		[...outputs, ...written].filter(output => [mark, proxyPassword].some(shown => output.includes(shown))),
		[],
	);
});
