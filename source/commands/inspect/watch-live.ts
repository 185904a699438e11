import type {Invocation} from '../command-module.js';
import {grow} from '../follow/grow.js';
import {showGrowth} from '../follow/show-growth.js';
import {keysFor} from '../keys-for.js';
import type {ArrivalTimes} from './arrival-times.js';

/** Shows standard input in the screen while it comes. Resolves to what came, once the user quits. */
export async function watchLive(
	{options: {values}, configFile, context}: Pick<Invocation, 'options' | 'configFile' | 'context'>,
	arrival: ArrivalTimes,
): Promise<readonly Uint8Array[]> {
	const keys = keysFor('-', context);
	const pieces: Uint8Array[] = [];
	const growth = grow(inputOf(arrival.watch(context.stdin), pieces));
	await showGrowth({name: 'standard input', growth, values, configFile, context, keys});
	context.stdin.destroy();
	await growth.ended;
	return pieces;
}

async function* inputOf(source: AsyncIterable<Uint8Array>, pieces: Uint8Array[]) {
	for await (const bytes of source) {
		pieces.push(bytes);
		yield {kind: 'bytes', bytes} as const;
	}
}
