// Whether a start of the program loads only what it needs: one import too many in a file that commands share, and each command waits for Ink.

/** A command that asks nobody and draws no screen, and what is loaded before the command is known. */
const entries = [
	'source/cli.ts',
	'source/commands/compile-cache-folder.ts',
	'source/commands/run-command-line.ts',
	'source/commands/completion/completion-command.ts',
];
const maxFiles = 15;
const heavy = /node_modules[\\/](ink|react|@anthropic-ai)[\\/]/;
const heavyModules = ['node:http', 'node:https', 'node:tls', 'node:http2'];

/** What makes a start of this bundle (esbuild's `metafile`) slow, one sentence each. */
export const startComplaints = ({outputs}) => {
	const loaded = new Map();
	const load = file => {
		if (!loaded.has(file)) {
			const output = outputs[file];
			loaded.set(file, output);
			for (const {path, kind, external} of output.imports) {
				if (kind === 'import-statement' && !external) {
					load(path);
				}
			}
		}
	};

	for (const [file, {entryPoint}] of Object.entries(outputs)) {
		if (entries.includes(entryPoint)) {
			load(file);
		}
	}

	const inputs = [...loaded.values()].flatMap(output => Object.keys(output.inputs));
	const external = [...loaded.values()]
		.flatMap(({imports}) => imports)
		.filter(({kind}) => kind === 'import-statement')
		.map(({path}) => path);
	return [
		...(loaded.size > maxFiles ? [`A start loads ${loaded.size} files, more than ${maxFiles}.`] : []),
		...inputs
			.filter(file => heavy.test(file))
			.slice(0, 1)
			.map(file => `Every start loads ${file}.`),
		...heavyModules.filter(name => external.includes(name)).map(name => `Every start loads ${name}.`),
	];
};
