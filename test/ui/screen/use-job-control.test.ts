import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {type JobControl, useJobControl} from '../../../source/ui/screen/use-job-control.js';
import {eventually} from '../../helpers/eventually.js';
import {renderHook} from '../../helpers/render-hook.js';

type Listeners = Parameters<JobControl['watch']>[0];

/** The hook over a shell that is told what to do, and all that happens to the terminal and the process, in order. */
async function open(t: TestContext) {
	const happened: string[] = [];
	const watching = new Set<Listeners>();
	const job: JobControl = {
		async suspend() {
			happened.push('stopped');
		},
		watch(listeners) {
			watching.add(listeners);
			return () => watching.delete(listeners);
		},
	};
	const lend = async (run: () => Promise<void>) => {
		happened.push('lent');
		await run();
		happened.push('taken');
	};
	const screen = await renderHook(t, (terminal: typeof lend) => useJobControl(job, terminal), lend);
	await eventually(() => watching.size, 1);
	return {...screen, happened, watching};
}

describe('useJobControl', () => {
	it('stops the process while the terminal is lent, for a key and for the shell', async t => {
		const {values, happened, watching} = await open(t);
		values.at(-1)?.();
		await eventually(() => happened, ['lent', 'stopped', 'taken']);
		for (const {stop} of watching) {
			stop();
		}

		await eventually(() => happened.slice(3), ['lent', 'stopped', 'taken']);
	});

	it('takes the terminal again after a stop that was not announced, and does not stop then', async t => {
		const {happened, watching} = await open(t);
		for (const {continued} of watching) {
			continued();
		}

		await eventually(() => happened, ['lent', 'taken']);
	});

	it('listens once, with the newest way to lend the terminal, until it is gone', async t => {
		const {happened, watching, render, unmount} = await open(t);
		render(async () => {
			happened.push('lent otherwise');
		});
		const lendAgain = () => {
			happened.length = 0;
			for (const {continued} of watching) {
				continued();
			}

			return [watching.size, ...happened];
		};
		await eventually(lendAgain, [1, 'lent otherwise']);
		unmount();
		await eventually(() => watching.size, 0);
		assert.equal(watching.size, 0);
	});
});
