import assert from 'node:assert/strict';
import type {NetworkInterfaceInfo} from 'node:os';
import {test} from 'node:test';
import {reachableUrls} from '../../../source/commands/serve/reachable-urls.js';

const four = (address: string, internal = false): NetworkInterfaceInfo => ({
	...{address, internal, family: 'IPv4', netmask: '255.255.255.0', mac: '', cidr: null},
});
const six = (address: string): NetworkInterfaceInfo => ({
	...{address, internal: false, family: 'IPv6', netmask: '', mac: '', cidr: null, scopeid: 0},
});
const interfaces = {
	lo: [four('127.0.0.1', true)],
	docker0: [four('172.17.0.1')],
	wlan0: [six('fe80::1'), six('fd00::2'), four('192.168.1.20')],
};

test('a server on all addresses is reached by those of the networks, the room before the containers', () => {
	assert.deepEqual(reachableUrls('http://0.0.0.0:8787', interfaces), [
		'http://192.168.1.20:8787',
		'http://172.17.0.1:8787',
	]);
	assert.deepEqual(reachableUrls('http://[::]:8787', interfaces), [
		'http://192.168.1.20:8787',
		'http://[fd00::2]:8787',
		'http://172.17.0.1:8787',
	]);
});

test('any other server, and one without a network, has one address', () => {
	assert.deepEqual(reachableUrls('http://127.0.0.1:8787', interfaces), ['http://127.0.0.1:8787']);
	assert.deepEqual(reachableUrls('http://10.0.0.3:8787', interfaces), ['http://10.0.0.3:8787']);
	assert.deepEqual(reachableUrls('http://0.0.0.0:8787', {lo: interfaces.lo}), ['http://127.0.0.1:8787']);
});
