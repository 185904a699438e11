import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {configFile} from '../../source/config/config-file.js';

test('STREAMSCOPE_HOME says where the config file is', () => {
	assert.equal(
		configFile({STREAMSCOPE_HOME: '/some/where'}),
		path.join(path.resolve('/some/where'), 'config.json'),
	);
});

test('without it the config file is in a folder of the program’s own name', () => {
	assert.match(configFile({}), /streamscope.*config\.json$/);
	assert.equal(configFile({STREAMSCOPE_HOME: ''}), configFile({}));
});
