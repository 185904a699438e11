import {PassThrough} from 'node:stream';
import type {TestContext} from 'node:test';
import {render} from 'ink';
import {eventually} from './eventually.js';

export type HookScreen<Props, Value> = {
	/** What the hook returned in each render, oldest first. */
	readonly values: readonly Value[];
	/** All that has been written to the terminal. */
	readonly written: () => string;
	readonly stdout: PassThrough & {columns: number; rows: number};
	readonly stdin: PassThrough;
	readonly render: (props: Props) => void;
	readonly unmount: () => void;
};

/** A component that shows nothing and only calls a hook. */
function Probe({run}: {readonly run: () => void}) {
	run();
	return null;
}

/** Runs a hook in a component of its own, drawn by Ink into a terminal of 80×24; resolves once it has been called. */
export async function renderHook<Props, Value>(
	t: TestContext,
	hook: (props: Props) => Value,
	first: NoInfer<Props>,
): Promise<HookScreen<Props, Value>> {
	const stdout = Object.assign(new PassThrough(), {columns: 80, rows: 24, isTTY: true});
	const stdin = Object.assign(new PassThrough(), {
		isTTY: true,
		setRawMode: () => {},
		ref: () => {},
		unref: () => {},
	});
	let written = '';
	stdout.on('data', (data: Buffer) => {
		written += data.toString();
	});

	const values: Value[] = [];
	const probe = (props: Props) => <Probe run={() => values.push(hook(props))} />;
	const app = render(probe(first), {
		stdout: stdout as never,
		stdin: stdin as never,
		exitOnCtrlC: false,
		patchConsole: false,
		interactive: true,
	});
	t.after(() => app.unmount());
	await eventually(() => values.length > 0, true);
	return {
		values,
		written: () => written,
		stdout,
		stdin,
		render: props => app.rerender(probe(props)),
		unmount: () => app.unmount(),
	};
}
