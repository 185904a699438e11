/** A setting that cannot be used, from the config file, the environment or a flag. `hint` says what to do. */
export class ConfigError extends Error {
	readonly hint: string;

	constructor(message: string, hint: string, options?: ErrorOptions) {
		super(message, options);
		this.name = 'ConfigError';
		this.hint = hint;
	}
}
