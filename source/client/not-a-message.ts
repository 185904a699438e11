/** An answer that should be a whole message but is something else. The error's message says what. */
export class NotAMessage extends Error {
	override name = 'NotAMessage';
}
