// Where a sequence of the terminal ends: https://invisible-island.net/xterm/ctlseqs/ctlseqs.html

/** A `key` may mean something. A `reply` of the terminal and what is there of a `broken` sequence are left out. */
export type Sequence = {readonly kind: 'key' | 'reply' | 'broken'; readonly text: string};

const csi = /^\u001B\[\[?[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]/;
/** Keys with Shift of rxvt, which end in what is elsewhere the middle of a sequence. */
const rxvtKey = /^\u001B\[[235678]\$/;
const openCsi = /^\u001B\[\[?[\u0030-\u003F]*[\u0020-\u002F]*$/;
const ss3 = /^\u001BO[\d;]*[\u0040-\u007E]/;
const openSs3 = /^\u001BO[\d;]*$/;

/** Terminal.app and rxvt send ESC before the key's own sequence for Alt. Before anything else, it is Escape. */
const altKey = /^\u001B\u001B(?!\[20[01]~)(?:\[[\d;]*[A-DFHZ~]|\[[a-d]|\[[235678]\$|O[A-DFHPQRSa-d])/;

/** CSI and SS3 that something else cuts short. Without a parameter, they are Alt with a character. */
const brokenSequence = /^\u001B(?:\[\[?|O)[\u0030-\u003F]+[\u0020-\u002F]*/;

/** The mouse as terminals report it that know no other way: three characters follow. */
const oldMouse = /^\u001B\[M[\s\S]{3}/;
const openOldMouse = /^\u001B\[M[\s\S]{0,2}$/;

/** OSC, DCS, APC, PM and SOS, up to BEL or ST. A control character ends one that broke off. */
const string = /^\u001B[\]P_^X][^\u0000-\u001F\u007F]*(?:\u0007|\u001B\\)/;
const openString =
	/^\u001B(?:\](?:\d[^\u0000-\u001F\u007F]*)?|P(?:[\d>!$+][^\u0000-\u001F\u007F]*)?|_(?:G[^\u0000-\u001F\u007F]*)?|[\^X])\u001B?$/;
const brokenString = /^\u001B(?:\]\d|P[\d>!$+]|_G)[^\u0000-\u001F\u007F]*/;

/** Replies: cursor position, device attributes and status, modes, and window reports. Not that of the kitty keyboard, which Ink waits for. */
const reply = /^\u001B\[(?:[?>=]?[\d;]*[Rcn]|\??[\d;]*\$y|[\d;]+t)$/;

/** The sequence at the start of a text, or `null` if its end is missing. An ESC that begins none is followed by the character of Alt. */
export function firstSequence(text: string): Sequence | null {
	if (openOldMouse.test(text)) {
		return null;
	}

	const hidden = oldMouse.exec(text) ?? string.exec(text);
	if (hidden !== null) {
		return {kind: 'reply', text: hidden[0]};
	}

	const whole = rxvtKey.exec(text) ?? csi.exec(text) ?? ss3.exec(text);
	if (whole !== null) {
		return {kind: reply.test(whole[0]) ? 'reply' : 'key', text: whole[0]};
	}

	if (text === '\u001B' || openCsi.test(text) || openSs3.test(text) || openString.test(text)) {
		return null;
	}

	if (text.startsWith('\u001B\u001B')) {
		const rest = firstSequence(text.slice(1));
		return rest === null ? null : {kind: 'key', text: altKey.exec(text)?.[0] ?? '\u001B'};
	}

	const broken = brokenSequence.exec(text) ?? brokenString.exec(text);
	return broken === null
		? {kind: 'key', text: `\u001B${String.fromCodePoint(text.codePointAt(1) ?? 0x1b)}`}
		: {kind: 'broken', text: broken[0]};
}
