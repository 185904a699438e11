/** The possible secrets in an address, both encoded and decoded: the password, a user name without a password, and the values of its query. */
export function urlSecrets(address: string): readonly string[] {
	if (!URL.canParse(address)) {
		return [];
	}

	const {username, password, search, searchParams} = new URL(address);
	const raw = search
		.slice(1)
		.split('&')
		.filter(part => !part.startsWith('beta='))
		.map(part => part.slice(part.indexOf('=') + 1));
	const values = [...searchParams].filter(([name]) => name !== 'beta').map(([, value]) => value);
	const user = password === '' ? username : password;
	return [user, decoded(user), ...raw, ...values].filter(text => text !== '');
}

/** Replaces the user and password of each address in a text with `…`. */
export function withoutUrlUsers(text: string): string {
	return text.replace(/([a-z][a-z\d+.-]*:\/\/)[^\s/?#"'<>]*@/gi, '$1…@');
}

/** Replaces the user, the password and the query values of an address that a person typed, possibly without a scheme, with `…`. */
export function withoutUrlSecrets(address: string): string {
	const [place = '', ...rest] = address.split(/(?=[?#])/);
	const shownPlace = place.replace(/^((?:[a-z][a-z\d+.-]*:)?\/\/)?.*@/is, (_, scheme = '') => `${scheme}…@`);
	return shownPlace + rest.map(withoutValues).join('');
}

/** A query or fragment, which may be `name=value` pairs or the secret itself. */
function withoutValues(part: string): string {
	return part.replace(/[^?#&]+/g, pair =>
		pair.includes('=') ? `${pair.slice(0, pair.indexOf('='))}=…` : '…',
	);
}

/** True for the names and addresses of this machine. `hostname` comes from a `URL`, which normalises each address, or is one to listen on. */
export function isLoopback(hostname: string): boolean {
	return /^(localhost|.+\.localhost|127(\.\d+){3}|\[?::1\]?|\[::ffff:7f[\da-f]{2}:[\da-f]+\])$/.test(
		hostname,
	);
}

/** Decodes the percent signs of a text, or returns it unchanged if they encode nothing. */
export function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
