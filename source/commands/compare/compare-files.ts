import {createReadStream} from 'node:fs';
import {openTraceSource} from '../../recording/open-trace-source.js';
import type {CommandContext} from '../command-module.js';
import {type ExitCode, exitCodes} from '../exit-code.js';
import {fileOf} from '../open-named-source.js';
import {settleEnds} from '../settle-ends.js';
import {UsageError} from '../usage-error.js';
import {compareSides, type Side} from './against.js';
import {printAgainst} from './print-against.js';

export type FilesCall = {
	/** One file, of which two exchanges are compared, or two files. */
	readonly files: readonly string[];
	/** `2,5`: the exchanges to compare; without it, the last ones. */
	readonly exchange?: string;
	readonly json?: true;
	readonly context: CommandContext;
};

/** Compares two streams that were recorded or captured, without asking anybody. The exit code is 1 if they differ. */
export async function compareFiles({files, exchange, json, context}: FilesCall): Promise<ExitCode> {
	const numbers = exchangeNumbers(exchange);
	const [first = '', second = first] = files;
	const [one, other = one] = numbers;
	if (files.length === 1 && numbers.length < 2) {
		throw new UsageError(
			'There is only one stream to compare.',
			'Name two files, or two exchanges: --exchange 2,5.',
		);
	}

	const left = await openSide(first, context, one);
	const right = first === second ? withExchange(left, other) : await openSide(second, context, other);
	const report = compareSides(left, right);
	printAgainst(report, {isJson: json === true, hasLog: true, context});
	return report.isSame ? exitCodes.fine : exitCodes.failed;
}

async function openSide(name: string, {env}: CommandContext, exchange: number | undefined): Promise<Side> {
	const source = await openTraceSource(createReadStream(fileOf(name, env)));
	if (source.refusal !== null) {
		throw new UsageError(
			`${name} cannot be compared: ${source.refusal}`,
			'Compare recordings or captured streams.',
		);
	}

	const side = {name, events: await settleEnds(source), hasTimes: source.pacing === 'recorded'};
	return withExchange(side, exchange);
}

function withExchange({name, events, hasTimes}: Side, exchange: number | undefined): Side {
	return {name, events, hasTimes, ...(exchange === undefined ? {} : {exchange})};
}

function exchangeNumbers(text: string | undefined): readonly number[] {
	if (text === undefined) {
		return [];
	}

	if (!/^\s*[1-9]\d*\s*(?:,\s*[1-9]\d*\s*)?$/.test(text)) {
		throw new UsageError(`--exchange cannot be ${text}.`, 'Write one number, or two: --exchange 2,5.');
	}

	return text.split(',').map(Number);
}
