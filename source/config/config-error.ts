/** A setting that cannot be used: in the config file, in the environment or among the flags. `hint` says what to do. */
export class ConfigError extends Error {
	readonly hint: string;

	constructor(message: string, hint: string, options?: ErrorOptions) {
		super(message, options);
		this.name = 'ConfigError';
		this.hint = hint;
	}
}
