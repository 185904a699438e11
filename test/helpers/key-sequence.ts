const esc = '\u001B';

/** Keys that send one fixed sequence when no modifier is held, in the terminal's normal mode. */
const plain: Readonly<Record<string, string>> = {
	enter: '\r',
	tab: '\t',
	escape: esc,
	backspace: '\u007F',
	space: ' ',
};

/** Keys of the form `CSI letter`, and `CSI 1 ; modifier letter` with a modifier. */
const letters: Readonly<Record<string, string>> = {
	up: 'A',
	down: 'B',
	right: 'C',
	left: 'D',
	home: 'H',
	end: 'F',
};

/** Keys of the form `CSI number ~`, and `CSI number ; modifier ~` with a modifier. */
const tildes: Readonly<Record<string, number>> = {
	insert: 2,
	delete: 3,
	pageup: 5,
	pagedown: 6,
	f5: 15,
	f6: 17,
	f7: 18,
	f8: 19,
	f9: 20,
	f10: 21,
	f11: 23,
	f12: 24,
};

/** The keys of a US keyboard that type something else with Shift. */
const shiftedKeys: ReadonlyMap<string, string> = new Map(
	[...'~!@#$%^&*()_+{}|:"<>?ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((character, index) => [
		character,
		[..."`1234567890-=[]\\;',./abcdefghijklmnopqrstuvwxyz"][index] ?? character,
	]),
);

const functionLetters: Readonly<Record<string, string>> = {f1: 'P', f2: 'Q', f3: 'R', f4: 'S'};

const modifierBits: Readonly<Record<string, number>> = {shift: 1, alt: 2, ctrl: 4};

type KeyboardState = {
	readonly applicationCursorKeys: boolean;
	/** Flags of the kitty keyboard protocol. */
	readonly kittyKeyboard: number;
};

const controlCharacter = (character: string): string => String.fromCharCode(character.charCodeAt(0) & 0x1f);

const legacy = (name: string, bits: number): string => {
	if (name === 'tab' && bits === 1) {
		return `${esc}[Z`;
	}

	// A traditional terminal sends Shift+Enter and Ctrl+Enter as Enter. Only Alt differs.
	const base = plain[name] ?? name;
	const character =
		bits & 4 && base.length === 1 && /[a-z@[\\\]^_ ]/.test(base) ? controlCharacter(base) : base;
	return bits & 2 ? esc + character : character;
};

/** With the protocol's first flag, Escape and every key with a modifier that would be ambiguous come as `CSI code ; modifier u`. */
const isDisambiguated = (name: string, bits: number): boolean =>
	name === 'escape' || (bits & 6) !== 0 || (bits !== 0 && name in plain);

/**
 * What a terminal sends for a key named `a`, `enter`, `shift+tab`, `ctrl+c`, `alt+left`, `f1` and the like.
 * Modified keys follow xterm's scheme, and the kitty protocol's when the program has asked for it.
 */
export const keySequence = (key: string, {applicationCursorKeys, kittyKeyboard}: KeyboardState): string => {
	const parts = key === '+' ? ['+'] : key.split('+');
	const name = parts.at(-1) ?? '';
	const bits = parts.slice(0, -1).reduce((sum, modifier) => {
		const bit = modifierBits[modifier];
		if (bit === undefined) {
			throw new Error(`Unknown modifier "${modifier}" in "${key}"`);
		}

		return sum | bit;
	}, 0);
	const modifier = bits + 1;
	const letter = letters[name] ?? functionLetters[name];
	if (letter) {
		const introducer = name in functionLetters || applicationCursorKeys ? 'O' : '[';
		return bits ? `${esc}[1;${modifier}${letter}` : `${esc}${introducer}${letter}`;
	}

	if (tildes[name]) {
		return bits ? `${esc}[${tildes[name]};${modifier}~` : `${esc}[${tildes[name]}~`;
	}

	if (!(name in plain) && [...name].length !== 1) {
		throw new Error(`Unknown key "${key}"`);
	}

	const unshifted = shiftedKeys.get(name);
	if (kittyKeyboard & 4 && bits !== 0 && unshifted !== undefined) {
		return `${esc}[${unshifted.codePointAt(0)}:${name.codePointAt(0)};${(bits | 1) + 1}u`;
	}

	if (kittyKeyboard & 1 && isDisambiguated(name, bits)) {
		return `${esc}[${(plain[name] ?? name).codePointAt(0)}${bits ? `;${modifier}` : ''}u`;
	}

	return legacy(name, bits);
};
