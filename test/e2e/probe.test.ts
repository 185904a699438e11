import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {test} from 'node:test';
import {startDemoServer} from '../../source/demo/demo-server.js';
import {neededProgram} from '../helpers/needed-program.js';
import {runProgram} from '../helpers/run-program.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const {file: nginx, skip} = neededProgram('nginx');

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	return typeof address === 'object' && address !== null ? address.port : 0;
}

/**
 * nginx before a server, with a location that passes on, one that buffers, and one that compresses. It asks with HTTP/1.0 where nothing
 * else is set; chunks of HTTP/1.1 pass its buffers at once.
 */
async function startNginx(folder: string, upstream: string) {
	const port = await freePort();
	mkdirSync(`${folder}/logs`, {recursive: true});
	const location = (path: string, settings: string) =>
		`location /${path}/ { proxy_pass ${upstream}/; ${settings} }`;
	writeFileSync(
		`${folder}/nginx.conf`,
		`daemon off; pid ${folder}/pid; error_log stderr; events {}
http {
	access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
	fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
	server {
		listen 127.0.0.1:${port};
		${location('direct', 'proxy_http_version 1.1; proxy_buffering off;')}
		${location('buffered', 'proxy_buffering on;')}
		${location('packed', 'proxy_http_version 1.1; proxy_buffering off; gzip on; gzip_types text/event-stream; gzip_min_length 0;')}
	}
}`,
	);
	const child = spawn(nginx, ['-p', folder, '-c', `${folder}/nginx.conf`, '-g', ''], {stdio: 'ignore'});
	const url = `http://127.0.0.1:${port}`;
	while (
		child.exitCode === null &&
		!(await fetch(url).then(
			() => true,
			() => false,
		))
	) {
		await new Promise(resolve => setImmediate(resolve));
	}

	return {url, [Symbol.dispose]: () => child.kill('SIGTERM')};
}

test('probe says that nginx passes on without buffering, and what holds back with buffering and with gzip', {
	skip,
}, async () => {
	const server = await startDemoServer({scenario: 'chat', speed: 1, seed: 1});
	using folder = temporaryFolder();
	using proxy = await startNginx(folder.path, server.url);
	try {
		const [direct, buffered, packed] = await Promise.all(
			['direct', 'buffered', 'packed'].map(async path => {
				const {stdout, stderr} = await runProgram(['probe', '--json', `${proxy.url}/${path}`]);
				return stdout === '' ? assert.fail(stderr) : JSON.parse(stdout).paths;
			}),
		);
		// A busy machine may hold a piece back as well, but never all of them.
		assert.notEqual(direct[0].held.verdict, 'holds everything back');
		assert.ok(direct[0].held.reads > 5, JSON.stringify(direct[0]));
		assert.notEqual(buffered[0].held.verdict, 'passes it on');
		assert.ok(buffered[0].held.reads < direct[0].held.reads / 2, JSON.stringify(buffered[0]));
		assert.match(buffered[0].advice, /proxy_buffering off/);
		assert.equal(packed[1].encoding, 'gzip');
		assert.equal(packed[0].encoding, 'identity');
	} finally {
		await server.close();
	}
});

test('probe refuses an address that does not lead to serve', async () => {
	const {code, stderr} = await runProgram(['probe', 'http://127.0.0.1:1']);
	assert.equal(code, 2);
	assert.match(stderr, /The address does not answer/);
});
