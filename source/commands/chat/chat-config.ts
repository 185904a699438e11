import {homedir} from 'node:os';
import {homePath} from '../../config/home-path.js';
import type {ConfigFile} from '../../config/read-config.js';
import {readField} from '../../config/resolve-options.js';
import {nearestName} from '../../text/nearest-name.js';
import type {ConfigControl} from '../../ui/slash/slash-context.js';
import {chosenKeymap} from '../chosen-keymap.js';
import {originWords, valueWords} from '../config/config-report.js';
import {keepField} from '../keep-field.js';
import {fieldNames, type OptionName, options as optionTable, type ResolvedOptions} from '../options.js';
import {applySetting, asField, type LiveChat, liveValue} from './live-settings.js';

export type ChatConfigOptions = LiveChat & {readonly options: ResolvedOptions; readonly file: ConfigFile};

/** A value in force, and where it comes from, in words. */
type Known = {readonly value: unknown; readonly from: string; readonly isInFile: boolean};

/** The config file, as commands of the chat read and change it. */
export function chatConfig(chat: ChatConfigOptions): ConfigControl {
	const {options, file} = chat;
	const changed = new Map<OptionName, Known>();
	const knownOf = (name: OptionName): Known =>
		changed.get(name) ?? {
			value: options.values[name],
			from: originWords(options.origins[name]),
			isInFile: Object.hasOwn(file.fields, name),
		};
	const liveOf = (name: OptionName) => liveValue(name, asField(knownOf(name).value), chat);
	const write = async (fields: ReadonlyMap<OptionName, unknown>): Promise<string> => {
		const missing = [...fields.keys()].filter(name => !knownOf(name).isInFile);
		for (const [name, field] of fields) {
			await keepField(file.path, name, field);
			changed.set(
				name,
				field === undefined
					? withoutFile(name, options)
					: {value: field, from: 'config file', isInFile: true},
			);
		}

		return [keptWords(fields, missing, file.path), ...overruledWords([...fields.keys()], options)].join(' ');
	};

	const reset = async (name: OptionName): Promise<string> => {
		const words = await write(new Map([[name, undefined]]));
		const {value} = knownOf(name);
		// Without the bell, the notices are as they would be without its field.
		const isApplied =
			name === 'bell'
				? applySetting('notify', knownOf('notify').value, chat)
				: applySetting(name, value, chat);
		return isApplied
			? `${words} It is ${valueWords(asField(value) ?? null)} now.`
			: `${words} The default counts from the next start.`;
	};

	return {
		fields: () =>
			fieldNames.map(name => {
				const {value, from} = knownOf(name);
				const live = liveOf(name);
				return {
					name,
					value: valueWords(live ?? null),
					from: JSON.stringify(live) === JSON.stringify(asField(value)) ? from : 'this chat',
					values: optionTable[name].field?.names ?? [],
					allowed: optionTable[name].field?.allowed ?? '',
				};
			}),
		values: () => new Map(fieldNames.map(name => [name, liveOf(name)])),
		keep: fields => write(new Map(Object.entries(fields).map(([name, field]) => [known(name), field]))),
		async set(typed, text) {
			const name = known(typed);
			const kind = optionTable[name].field;
			if (text === 'reset' || kind === null) {
				return reset(name);
			}

			const {field, value} = readField(kind, name, text);
			if (name === 'keys') {
				// An action that does not exist would keep the program from starting.
				chosenKeymap(readKeys(value), file);
			}

			const words = await write(new Map([[name, field]]));
			changed.set(name, {value, from: 'config file', isInFile: true});
			return applySetting(name, value, chat) ? words : `${words} It counts from the next start.`;
		},
	};
}

/** What counts if the file does not have the field. */
function withoutFile(name: OptionName, {values, origins}: ResolvedOptions): Known {
	const origin = origins[name];
	return origin.from === 'environment' || origin.from === 'flag'
		? {value: values[name], from: originWords(origin), isInFile: false}
		: {value: optionTable[name].fallback, from: originWords({from: 'default'}), isInFile: false};
}

function readKeys(value: unknown): Parameters<typeof chosenKeymap>[0] {
	return {keys: value as ResolvedOptions['values']['keys']};
}

function known(typed: string): OptionName {
	const name = fieldNames.find(field => field.toLowerCase() === typed.toLowerCase());
	if (name === undefined) {
		const nearest = nearestName(typed, fieldNames);
		throw new Error(
			`There is no setting ${typed}. ${nearest === null ? '/config lists them.' : `Did you mean ${nearest}?`}`,
		);
	}

	return name;
}

/** What was written, in sentences. `missing` were not in the file before. */
function keptWords(
	fields: ReadonlyMap<OptionName, unknown>,
	missing: readonly OptionName[],
	file: string,
): string {
	const place = homePath(file, homedir());
	const names = [...fields].filter(([, field]) => field === undefined).map(([name]) => name);
	const set = [...fields]
		.filter(([, field]) => field !== undefined)
		.map(([name, field]) => `${name} is ${valueWords(field)}`);
	return [
		...(set.length === 0 ? [] : [`Kept in ${place}: ${set.join(', ')}.`]),
		...names.map(name => `${name} is ${missing.includes(name) ? 'not' : 'no longer'} in ${place}.`),
	].join(' ');
}

/** What wins over the file at a start. */
function overruledWords(names: readonly OptionName[], {origins}: ResolvedOptions): readonly string[] {
	return names.flatMap(name => {
		const origin = origins[name];
		return origin.from === 'environment' ? [`At a start, ${origin.name} wins over the file.`] : [];
	});
}
