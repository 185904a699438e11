import assert from 'node:assert/strict';
import {EventEmitter} from 'node:events';
import {describe, it} from 'node:test';
import {watchEndings} from '../../../source/ui/terminal/watch-endings.js';

describe('watching for events that end the screen', () => {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGABRT', 'SIGIOT']) {
		it(`resolves to ${signal}`, async () => {
			const process = new EventEmitter();
			const {ended} = watchEndings(process);
			process.emit(signal, signal);
			assert.equal(await ended, signal);
		});
	}

	for (const event of ['uncaughtException', 'unhandledRejection']) {
		it(`rejects with the error of an ${event}`, async () => {
			const process = new EventEmitter();
			const {ended} = watchEndings(process);
			process.emit(event, new Error('nobody caught this'));
			await assert.rejects(ended, {message: 'nobody caught this'});
		});
	}

	it('treats a lost terminal as a hang-up', async () => {
		const process = new EventEmitter();
		const {ended} = watchEndings(process);
		process.emit('uncaughtException', Object.assign(new Error('write EIO'), {code: 'EIO'}));
		assert.equal(await ended, 'SIGHUP');
	});

	it('leaves no listener behind', () => {
		const process = new EventEmitter();
		watchEndings(process).stop();
		assert.deepEqual(process.eventNames(), []);
	});
});
