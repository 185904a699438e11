import * as v from 'valibot';
import {pathKeys} from '../messages/request/body-path.js';
import type {SetField} from '../messages/request/chat-settings.js';
import {isObject, type Json, parseJson} from '../wire/json.js';
import type {ValueKind} from './value-kind.js';

/** A day that names a version of the API. */
export const day: ValueKind<string> = {
	allowed: 'a day like 2023-06-01',
	schema: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
	fromText: text => text,
};

/** Names of betas: a list, or names separated by commas. No character in them can end their header. */
export const betaNames: ValueKind<readonly string[]> = {
	allowed: 'names of letters, digits and hyphens, such as output-300k-2026-03-24',
	schema: v.pipe(
		v.array(v.string()),
		v.transform(texts => texts.flatMap(text => text.split(',').map(name => name.trim()))),
		v.array(v.pipe(v.string(), v.regex(/^[\w.-]+$/))),
	),
	fromText: text => [text],
};

/** Fields of a request's body: `PATH=JSON` texts, or in the config file an object whose keys are the paths. */
export const setFields: ValueKind<readonly SetField[]> = {
	allowed:
		'PATH=JSON, such as output_config.effort=\'"low"\' or tools.0.name=\'"search"\'; text needs double quotes',
	schema: v.union([
		v.pipe(
			v.array(v.string()),
			v.transform(texts => texts.map(setField)),
			v.array(v.custom<SetField>(isObject)),
		),
		v.pipe(
			v.unknown(),
			v.check(fields => !Array.isArray(fields)),
			v.record(v.string(), v.unknown()),
			v.transform(fields => Object.entries(fields).map(([path, value]) => ({path, value: value as Json}))),
			v.array(v.custom<SetField>(field => isObject(field) && pathKeys(String(field.path)) !== null)),
		),
	]),
	fromText: text => [text],
};

/** Parses `PATH=JSON`. Returns any other text unchanged. */
function setField(text: string): SetField | string {
	const equals = text.indexOf('=');
	const [path, value] = [text.slice(0, equals).trim(), parseJson(text.slice(equals + 1))];
	return equals === -1 || value === undefined || pathKeys(path) === null ? text : {path, value};
}
