// Says where the CPU time goes while 100 events/s stream at 200×50: shares of it by folder, by file and by function.
// Usage: npm run bench:profile -- [--program FILE] [--save FILE.cpuprofile]
// The program is an unminified build; without FILE this tree is bundled. Shares are comparable on a busy machine, times are not.

import {writeFileSync} from 'node:fs';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {startBenchServer} from './bench-server.js';
import {programReady, startProgram, submitPrompt} from './bench-subject.js';
import {type BundledModules, createBundleReader} from './bundled-modules.js';
import {type CpuProfile, openProbe} from './open-probe.js';
import {readableProgram} from './readable-program.js';

const deltas = 1500;

const takeProfile = async (program: string): Promise<CpuProfile> => {
	using server = await startBenchServer();
	await using probe = await openProbe();
	await using terminal = startProgram({server, program}, probe);
	await programReady(terminal);
	const {requested, sent} = server.expect({deltas, perSecond: 100, delay: 150, holdEnd: false});
	await submitPrompt(terminal, requested);
	await probe.profile();
	await sent;
	return await probe.profiled();
};

/** `source/ui/ink/row-facts.ts` is in `source/ui/ink`, `node_modules/ink/build/ink.js` in `node_modules/ink`. */
const folderOf = (file: string): string =>
	file.startsWith('node_modules/')
		? file.split('/', 2).join('/')
		: file.split('/').slice(0, -1).slice(0, 3).join('/');

const fileOf = (
	{url, lineNumber, functionName}: CpuProfile['nodes'][number]['callFrame'],
	modulesOf: (url: string) => BundledModules | undefined,
): string => modulesOf(url)?.atLine(lineNumber) ?? (url || functionName);

/** Shares of the busy time, the largest first. */
const shares = (
	profile: CpuProfile,
	nameOf: (frame: CpuProfile['nodes'][number]['callFrame']) => string,
): ReadonlyArray<readonly [string, number]> => {
	const frames = new Map(profile.nodes.map(({id, callFrame}) => [id, callFrame]));
	const times = new Map<string, number>();
	let busy = 0;
	for (const [index, id] of profile.samples.entries()) {
		const callFrame = frames.get(id);
		const time = profile.timeDeltas[index] ?? 0;
		if (callFrame && callFrame.functionName !== '(idle)' && callFrame.url !== 'node:inspector') {
			const name = nameOf(callFrame);
			times.set(name, (times.get(name) ?? 0) + time);
			busy += time;
		}
	}

	return [...times].map(([name, time]) => [name, time / busy] as const).toSorted((a, b) => b[1] - a[1]);
};

const {values} = parseArgs({options: {program: {type: 'string'}, save: {type: 'string'}}});
await using program = await readableProgram(values.program);
const profile = await takeProfile(program.file);
if (values.save !== undefined) {
	writeFileSync(values.save, JSON.stringify(profile));
}

const modulesOf = createBundleReader();
for (const [title, nameOf, rows] of [
	['folder', frame => folderOf(fileOf(frame, modulesOf)), 30],
	['file', frame => fileOf(frame, modulesOf), 40],
	['function', frame => `${fileOf(frame, modulesOf)} ${frame.functionName}`, 40],
] satisfies Array<[string, (frame: CpuProfile['nodes'][number]['callFrame']) => string, number]>) {
	process.stdout.write(`\n${title}\n`);
	for (const [name, share] of shares(profile, nameOf).slice(0, rows)) {
		process.stdout.write(`${(share * 100).toFixed(1).padStart(6)} % ${name}\n`);
	}
}
