import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {dataFolder, sessionsFolder} from '../../source/recording/data-folder.js';

test('STREAMSCOPE_HOME says where the data is kept', () => {
	assert.equal(dataFolder({STREAMSCOPE_HOME: '/some/where'}), path.resolve('/some/where'));
});

test('without it the data is kept in a folder of the program’s own name', () => {
	assert.match(dataFolder({}), /streamscope/);
	assert.equal(dataFolder({STREAMSCOPE_HOME: ''}), dataFolder({}));
});

test('sessions have a folder of their own', () => {
	assert.equal(sessionsFolder('/data'), path.join('/data', 'sessions'));
});
