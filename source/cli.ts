import process from 'node:process';
import {Command, CommanderError, InvalidArgumentError} from 'commander';
import {chat} from './commands/chat.js';
import {UsageError} from './commands/usage-error.js';
import {demoScenarios, isDemoScenarioName} from './demo/demo-scenarios.js';

const program = new Command('streamscope')
	.description('A full-screen terminal chat for Claude that shows its stream.')
	.version('0.1.0')
	.option('--model <name>', 'the model to ask', 'claude-haiku-4-5')
	.option('--max-tokens <n>', 'the most tokens of an answer', wholeNumber, 4096)
	.option('--system <text>', 'the system prompt')
	.option('--temperature <n>', 'the temperature, as the API takes it', decimal)
	.option('--thinking <tokens>', 'a budget for thinking in tokens, or adaptive', thinkingBudget)
	.option('--base-url <url>', 'where the API is')
	.option('--demo [scenario]', 'talk to the embedded demo server; "list" names the scenarios')
	.option('--demo-speed <factor>', '0.25 to 10, or max', demoSpeed, 1)
	.option('--demo-seed <n>', 'the same seed gives the same stream', wholeNumber, 1)
	.option('--no-alt-screen', 'stay on the normal screen')
	.exitOverride()
	.configureOutput({outputError: (text, write) => write(`streamscope: ${text.replace(/^error: /, '')}`)})
	.action(run);

async function run(): Promise<void> {
	const options = program.opts();
	if (options.demo === 'list') {
		const width = Math.max(...demoScenarios.map(({name}) => name.length));
		process.stdout.write(
			demoScenarios.map(({name, summary}) => `${name.padEnd(width)}  ${summary}\n`).join(''),
		);
		return;
	}

	const scenario = options.demo === true ? 'chat' : options.demo;
	if (scenario !== undefined && !isDemoScenarioName(scenario)) {
		throw new UsageError(
			`There is no demo scenario ${JSON.stringify(scenario)}.`,
			'streamscope --demo list names them.',
		);
	}

	await chat({
		settings: {
			model: options.model,
			maxTokens: options.maxTokens,
			system: options.system,
			temperature: options.temperature,
			thinking: options.thinking,
		},
		client: options.baseUrl === undefined ? {} : {baseUrl: options.baseUrl},
		demo: scenario,
		demoSpeed: options.demoSpeed,
		demoSeed: options.demoSeed,
		hasAlternateScreen: options.altScreen,
	});
}

function wholeNumber(text: string): number {
	if (!/^\d+$/.test(text)) {
		throw new InvalidArgumentError('It takes a whole number.');
	}

	return Number(text);
}

function decimal(text: string): number {
	if (!/^\d+(\.\d+)?$/.test(text)) {
		throw new InvalidArgumentError('It takes a number.');
	}

	return Number(text);
}

function thinkingBudget(text: string): number | 'adaptive' {
	return text === 'adaptive' ? text : wholeNumber(text);
}

function demoSpeed(text: string): number | 'max' {
	const speed = text === 'max' ? text : decimal(text);
	if (speed !== 'max' && (speed < 0.25 || speed > 10)) {
		throw new InvalidArgumentError('It takes a number from 0.25 to 10, or max.');
	}

	return speed;
}

try {
	await program.parseAsync();
} catch (error) {
	if (error instanceof CommanderError) {
		process.exitCode = error.exitCode === 0 ? 0 : 2;
	} else if (error instanceof UsageError) {
		process.stderr.write(`streamscope: ${error.message}\n${error.hint}\n`);
		process.exitCode = 2;
	} else {
		process.stderr.write(
			`streamscope: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
		);
		process.exitCode = 1;
	}
}
