import assert from 'node:assert/strict';
import {globSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {
	blockTypes,
	blockVocabulary,
	unknownBlock,
	unknownResult,
} from '../../../source/messages/vocabulary/blocks.js';
import {deltaTypes, deltaVocabulary, unknownDelta} from '../../../source/messages/vocabulary/deltas.js';
import {eventTypes, eventVocabulary, unknownEvent} from '../../../source/messages/vocabulary/events.js';
import {trackKinds} from '../../../source/messages/vocabulary/track.js';
import {wireWords} from '../../../source/messages/wire-words.js';
import {textWidth} from '../../../source/text/text-width.js';
import {themeRoles} from '../../../source/text/theme.js';

const tables = [
	{folder: 'events', entries: eventTypes, fallbacks: [unknownEvent]},
	{folder: 'blocks', entries: blockTypes, fallbacks: [unknownBlock, unknownResult]},
	{folder: 'deltas', entries: deltaTypes, fallbacks: [unknownDelta]},
];

/** Names that every object has, which a server may also send. */
const inherited = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty', ''];

for (const {folder, entries, fallbacks} of tables) {
	describe(`the vocabulary of ${folder}`, () => {
		it('has one file for each type, named for it', () => {
			const files = globSync(`source/messages/vocabulary/${folder}/*.ts`).map(file =>
				path.basename(file, '.ts'),
			);
			assert.deepEqual(files.sort(), entries.map(({name}) => name.replaceAll('_', '-')).sort());
		});

		it('has each type once, under its API name', () => {
			const names: readonly string[] = entries.map(({name}) => name);
			assert.equal(new Set(names).size, names.length);
			assert.deepEqual(
				names.filter(name => !wireWords.has(name)),
				[],
			);
		});

		for (const {name, sign, role, shortName, explanation} of [...entries, ...fallbacks]) {
			it(`says what ${name} is for and where its payload is, in one or two sentences each`, () => {
				assert.match(explanation.purpose, /^[A-Z][^.]*\.( [A-Z][^.]*\.)?$/);
				assert.match(explanation.payload, /^[^.]([^.]|\.[a-z_])*\.( [A-Z`]([^.]|\.[a-z_])*\.)?$/);
			});

			it(`gives ${name} a sign of one cell, a short name and a role of the theme`, () => {
				assert.equal(textWidth(sign), 1);
				assert.notEqual(shortName, '');
				assert.ok(themeRoles.includes(role), role);
			});
		}

		it('has a different purpose for each type', () => {
			const purposes = [...entries, ...fallbacks].map(({explanation}) => explanation.purpose);
			assert.equal(new Set(purposes).size, purposes.length);
		});

		it('requires only fields that it knows', () => {
			for (const {name, required, known} of entries) {
				for (const {path: field, parents, name: key} of required) {
					const part = known.find(({path: place}) => place.join('.') === parents.join('.'));
					assert.ok(part?.fields.has(key) ?? parents.length > 0, `${name}: ${field}`);
				}
			}
		});
	});
}

describe('the vocabulary', () => {
	it('has a track for every known block and delta, but not for unknown ones', () => {
		for (const {name, track} of [...blockTypes, ...deltaTypes]) {
			assert.ok(track !== null && trackKinds.includes(track), name);
		}

		assert.deepEqual([unknownBlock.track, unknownDelta.track], [null, null]);
	});

	it('knows each delta that a block accepts, and a block for each delta', () => {
		const taken = new Set(blockTypes.flatMap(({deltas}) => deltas));
		assert.deepEqual([...taken].sort(), deltaTypes.map(({name}) => name).sort());
	});

	it('reads the characters of a block or a delta from a field that it knows', () => {
		for (const {name, field, known} of [...blockTypes, ...deltaTypes]) {
			assert.ok(field === null || known[0]?.fields.has(field), name);
		}
	});

	it('finds each type under its name', () => {
		for (const entry of eventTypes) {
			assert.equal(eventVocabulary(entry.name), entry);
		}

		for (const entry of blockTypes) {
			assert.equal(blockVocabulary(entry.name), entry);
		}

		for (const entry of deltaTypes) {
			assert.equal(deltaVocabulary(entry.name), entry);
		}
	});

	it('treats a name that every object has as an unknown type', () => {
		for (const word of inherited) {
			assert.equal(eventVocabulary(word), undefined);
			assert.equal(blockVocabulary(word), unknownBlock);
			assert.equal(deltaVocabulary(word), unknownDelta);
		}
	});

	it('treats the result of an unknown tool as a result', () => {
		assert.equal(blockVocabulary('hologram_tool_result'), unknownResult);
	});
});
