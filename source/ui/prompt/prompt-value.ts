// Between the prompt's text, with a sign for each long paste and each file, and what it says.

import {type Attachment, type Prompt, promptParts} from '../../analysis/prompt.js';
import {
	chipUnit,
	cleanInput,
	isLongPaste,
	isSign,
	type PromptUnit,
	pasteUnit,
	replaceSigns,
	signAt,
	splitAtSigns,
	unitAt,
} from './prompt-unit.js';

/** A text with signs, and the units that they stand for. */
export type SignedText = {readonly text: string; readonly units: readonly PromptUnit[]};

/** What a text says: its pastes unfolded, and its files between the texts around them, without the space beside them. */
export function promptValue({text, units}: SignedText): Prompt {
	const unfolded = unfoldPastes({text, units});
	const parts = splitAtSigns(unfolded).flatMap((part): ReadonlyArray<string | Attachment> => {
		const unit = isSign(part) ? unitAt(part, units) : undefined;
		const words = part.trim();
		return unit?.kind === 'chip' ? [unit.attachment] : words === '' || isSign(part) ? [] : [words];
	});
	return parts.some(part => typeof part !== 'string') ? parts : unfolded;
}

/** The text with its pastes put back. The signs of files stay. */
export function unfoldPastes({text, units}: SignedText): string {
	return replaceSigns(text, sign => {
		const unit = unitAt(sign, units);
		return unit?.kind === 'paste' ? unit.text : unit?.kind === 'chip' ? sign : '';
	});
}

/** The text as it is sent, but with the labels of files in their places. */
export function promptText({text, units}: SignedText): string {
	return replaceSigns(unfoldPastes({text, units}), sign => unitAt(sign, units)?.label ?? '');
}

/** The inverse of `promptText`, after the text was edited elsewhere: each label that is still there is its file again, in any order. */
export function textWithLabels(labelled: string, {text, units}: SignedText): string {
	let signs = splitAtSigns(text).filter(sign => unitAt(sign, units)?.kind === 'chip');
	let rest = cleanInput(labelled);
	let done = '';
	for (;;) {
		const places = signs
			.map(sign => ({sign, label: unitAt(sign, units)?.label ?? ''}))
			.map(({sign, label}) => ({sign, at: rest.indexOf(label), length: label.length}))
			.filter(({at}) => at !== -1);
		const [first, ...others] = places.toSorted((a, b) => a.at - b.at);
		if (first === undefined) {
			return done + rest;
		}

		done += rest.slice(0, first.at) + first.sign;
		rest = rest.slice(first.at + first.length);
		signs = others.map(({sign}) => sign);
	}
}

/** Adds the units of a prompt. A long text is folded. A space goes between a file and what is beside it. */
export function signedText(prompt: Prompt, units: readonly PromptUnit[]): SignedText {
	if (typeof prompt === 'string') {
		return foldedText(cleanInput(prompt), units);
	}

	return promptParts(prompt).reduce<SignedText>(
		({text, units: known}, part) => {
			const added =
				typeof part === 'string' ? foldedText(cleanInput(part), known) : withUnit(chipUnit(part), known);
			const isApart = text === '' || /\s$/.test(text) || /^\s/.test(added.text);
			return {text: `${text}${isApart ? '' : ' '}${added.text}`, units: added.units};
		},
		{text: '', units},
	);
}

/** Replaces a long text with the sign of a paste. A text that was there before gets the same sign again. */
export function foldedText(text: string, units: readonly PromptUnit[]): SignedText {
	if (!isLongPaste(text)) {
		return {text, units};
	}

	const known = units.findIndex(unit => unit.kind === 'paste' && unit.text === text);
	const sign = signAt(known);
	if (known !== -1 && sign !== null) {
		return {text: sign, units};
	}

	const count = units.filter(({kind}) => kind === 'paste').length;
	const folded = withUnit(pasteUnit(text, count + 1), units);
	return folded.text === '' ? {text, units} : folded;
}

/** The sign of a new unit; empty once all signs are used. */
function withUnit(unit: PromptUnit, units: readonly PromptUnit[]): SignedText {
	const sign = signAt(units.length);
	return sign === null ? {text: '', units} : {text: sign, units: [...units, unit]};
}
