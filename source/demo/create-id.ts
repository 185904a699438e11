import type {Random} from './random.js';

/** The prefix of each kind of id, and how many characters follow it. */
const shapes = {
	msg: ['msg_01', 22],
	req: ['req_011C', 20],
	toolu: ['toolu_01', 22],
	srvtoolu: ['srvtoolu_01', 22],
} as const;

export type IdKind = keyof typeof shapes;

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** An id of the API's form, for example `msg_01LHpEgU4KbfgXGVi3UtHQY1`. */
export function createId(kind: IdKind, random: Random): string {
	const [prefix, length] = shapes[kind];
	return prefix + characters(base58, length, random);
}

/** Opaque base64 of the requested length, rounded up to whole groups of four, like signatures and encrypted search results. */
export function createOpaque(length: number, random: Random): string {
	return `E${characters(base64, Math.ceil(length / 4) * 4 - 2, random)}=`;
}

function characters(alphabet: string, length: number, random: Random): string {
	return Array.from({length}, () => alphabet[random.integer(0, alphabet.length - 1)]).join('');
}
