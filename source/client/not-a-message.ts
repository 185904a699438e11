/** An answer that was to be a message in one piece, and is something else; the message says what. */
export class NotAMessage extends Error {
	override name = 'NotAMessage';
}
