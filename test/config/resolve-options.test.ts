import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {ConfigError} from '../../source/config/config-error.js';
import {type OptionSources, resolveOptions, type Settings} from '../../source/config/resolve-options.js';
import {
	anyText,
	decimal,
	keyOverrides,
	oneOf,
	onOrOff,
	orWord,
	wholeNumber,
} from '../../source/config/value-kind.js';

type Values = {
	readonly model: string;
	readonly maxTokens: number;
	readonly thinking: number | 'adaptive' | undefined;
	readonly speed: number | 'max';
	readonly theme: 'dark' | 'plain';
	readonly mouse: boolean;
	readonly keys: Readonly<Record<string, readonly string[]>>;
};

const model = anyText;
const maxTokens = wholeNumber(1);
const thinking = orWord(orWord(wholeNumber(1), 'adaptive', 'adaptive'), 'off', undefined);
const theme = oneOf(['dark', 'plain']);

const sources: OptionSources<Values> = {
	model: {
		kind: model,
		fallback: 'first',
		flags: ['--model <name>'],
		field: model,
		variables: [{name: 'MODEL'}, {name: 'OLD_MODEL'}],
	},
	maxTokens: {
		kind: maxTokens,
		fallback: 4096,
		flags: ['--max-tokens <n>'],
		field: maxTokens,
		variables: [],
	},
	thinking: {
		kind: thinking,
		fallback: undefined,
		flags: ['--thinking <tokens>'],
		field: thinking,
		variables: [],
	},
	speed: {
		kind: orWord(decimal(0.25, 10), 'max', 'max'),
		fallback: 1,
		flags: ['--speed <factor>'],
		field: null,
		variables: [],
	},
	theme: {
		kind: theme,
		fallback: 'dark',
		flags: ['--theme <name>'],
		field: theme,
		variables: [{name: 'NO_COLOR', read: (_, env) => (env.FORCE_COLOR ? undefined : 'plain')}],
	},
	mouse: {
		kind: onOrOff,
		fallback: false,
		flags: ['--mouse', '--no-mouse'],
		field: onOrOff,
		variables: [{name: 'MOUSE'}],
	},
	keys: {kind: keyOverrides, fallback: {}, flags: [], field: keyOverrides, variables: []},
};

const settings = (given: {
	readonly flags?: Settings['flags'];
	readonly env?: Settings['env'];
	readonly fields?: Record<string, unknown>;
}): Settings => ({
	flags: given.flags ?? {},
	env: given.env ?? {},
	file: {path: '/c/config.json', isThere: true, fields: given.fields ?? {}},
});

test('without settings every option has its default', () => {
	const {values, origins} = resolveOptions(sources, settings({}));
	assert.deepEqual(values, {
		model: 'first',
		maxTokens: 4096,
		thinking: undefined,
		speed: 1,
		theme: 'dark',
		mouse: false,
		keys: {},
	});
	assert.deepEqual(new Set(Object.values(origins).map(({from}) => from)), new Set(['default']));
});

test('a flag goes before the environment, that before the file, that before the default', () => {
	fc.assert(
		fc.property(
			fc.option(fc.constant('by flag'), {nil: undefined}),
			fc.option(fc.constantFrom('by variable', ''), {nil: undefined}),
			fc.option(fc.constant('by file'), {nil: undefined}),
			(flag, variable, field) => {
				const {values, origins} = resolveOptions(
					sources,
					settings({
						flags: {model: flag},
						env: {MODEL: variable},
						fields: field === undefined ? {} : {model: field},
					}),
				);
				const expected = flag
					? {model: flag, origin: {from: 'flag', name: '--model'}}
					: variable
						? {model: variable, origin: {from: 'environment', name: 'MODEL'}}
						: field
							? {model: field, origin: {from: 'file'}}
							: {model: 'first', origin: {from: 'default'}};
				assert.deepEqual({model: values.model, origin: origins.model}, expected);
			},
		),
	);
});

test('of two variables the first one counts', () => {
	const {values, origins} = resolveOptions(sources, settings({env: {MODEL: 'a', OLD_MODEL: 'b'}}));
	assert.deepEqual([values.model, origins.model], ['a', {from: 'environment', name: 'MODEL'}]);
	assert.equal(resolveOptions(sources, settings({env: {OLD_MODEL: 'b'}})).values.model, 'b');
});

test('a variable may speak in its own way, and may have nothing to say', () => {
	assert.equal(resolveOptions(sources, settings({env: {NO_COLOR: '1'}})).values.theme, 'plain');
	const forced = resolveOptions(sources, settings({env: {NO_COLOR: '1', FORCE_COLOR: '3'}}));
	assert.deepEqual([forced.values.theme, forced.origins.theme], ['dark', {from: 'default'}]);
});

test('texts of flags and variables are read as what the file would hold', () => {
	const {values} = resolveOptions(
		sources,
		settings({
			flags: {maxTokens: '100', thinking: 'adaptive', speed: '0.5', mouse: true},
			env: {MOUSE: 'false'},
		}),
	);
	assert.deepEqual(
		[values.maxTokens, values.thinking, values.speed, values.mouse],
		[100, 'adaptive', 0.5, true],
	);
	assert.equal(resolveOptions(sources, settings({env: {MOUSE: 'true'}})).values.mouse, true);
});

test('a switch is named by the flag that was given', () => {
	const {values, origins} = resolveOptions(sources, settings({flags: {mouse: false}, fields: {mouse: true}}));
	assert.deepEqual([values.mouse, origins.mouse], [false, {from: 'flag', name: '--no-mouse'}]);
});

test('a field that the file does not know is left alone', () => {
	assert.equal(resolveOptions(sources, settings({fields: {speed: 5}})).values.speed, 1);
});

test('a word can take back what the file says', () => {
	const {values, origins} = resolveOptions(
		sources,
		settings({flags: {thinking: 'off'}, fields: {thinking: 2000}}),
	);
	assert.deepEqual([values.thinking, origins.thinking], [undefined, {from: 'flag', name: '--thinking'}]);
});

test('a value that an option does not take is refused with its place, itself, and what is taken', () => {
	for (const [given, message, hint] of [
		[{flags: {maxTokens: 'many'}}, '--max-tokens cannot be "many".', 'Use a whole number from 1.'],
		[{flags: {speed: '11'}}, '--speed cannot be 11.', 'Use a number from 0.25 to 10, or max.'],
		[
			{fields: {maxTokens: '100'}},
			'/c/config.json: the field "maxTokens" cannot be "100".',
			'Use a whole number from 1.',
		],
		[
			{fields: {theme: 'purple'}},
			'/c/config.json: the field "theme" cannot be "purple".',
			'Use dark or plain.',
		],
		[
			{fields: {keys: {nextPane: 5}}},
			'/c/config.json: the field "keys" cannot have 5 in "nextPane".',
			'Use an object like {"nextPane": "tab"}: actions, each with a key or a list of keys.',
		],
		[{env: {MOUSE: 'perhaps'}}, 'The variable MOUSE cannot be "perhaps".', 'Use true or false.'],
	] as const) {
		assert.throws(
			() => resolveOptions(sources, settings(given)),
			(error: unknown) => {
				assert.ok(error instanceof ConfigError);
				assert.deepEqual([error.message, error.hint], [message, hint]);
				return true;
			},
		);
	}
});

test('a wrong value is refused also where another one counts', () => {
	assert.throws(
		() => resolveOptions(sources, settings({flags: {theme: 'dark'}, fields: {theme: 7}})),
		/the field "theme" cannot be 7/,
	);
});
