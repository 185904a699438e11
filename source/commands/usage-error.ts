/** A call of the program that cannot work. `hint` says what to do instead. */
export class UsageError extends Error {
	readonly hint: string;

	constructor(message: string, hint: string, options?: ErrorOptions) {
		super(message, options);
		this.name = 'UsageError';
		this.hint = hint;
	}
}
