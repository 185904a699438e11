import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {recordGrowth} from '../../../source/commands/follow/record-growth.js';
import {waitingState} from '../../../source/recording/growing/grow-trace.js';
import {readRecording} from '../../../source/recording/read-recording.js';
import {Trace} from '../../../source/trace/trace.js';
import {createStore} from '../../../source/ui/screen/store.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {message, textBlock} from '../../messages/conformance/sample-stream.js';

const growthOf = (trace: Trace) => ({
	trace,
	source: createStore({...waitingState, isOpen: true}),
	now: () => 0,
	ended: Promise.resolve(),
});

test('what is followed is recorded, also what came before the recording began', async () => {
	using home = temporaryFolder();
	const file = path.join(home.path, 'followed.ndjson');
	const events = [...tracedStream(message(...textBlock(0))), complete(900)];
	const trace = new Trace(events.slice(0, 3));
	const recording = recordGrowth(growthOf(trace), file, {ANTHROPIC_API_KEY: 'sk-ant-0123456789'});
	for (const event of events.slice(3)) {
		trace.append(event);
	}

	assert.deepEqual(recording.close(), {ok: true, path: file, movedFrom: null});
	trace.append(complete(1000, 2));
	assert.deepEqual((await readRecording([readFileSync(file)])).events, events);
});

test('without an event there is no recording', () => {
	using home = temporaryFolder();
	const file = path.join(home.path, 'nothing.ndjson');
	assert.equal(recordGrowth(growthOf(new Trace()), file, {}).close(), null);
	assert.equal(existsSync(file), false);
});
