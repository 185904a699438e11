/** What may be secret in an address: the password, a user name that stands alone, and the values of its query, as they stand and decoded. */
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

/** A text with `…` for the user and the password of each address in it. */
export function withoutUrlUsers(text: string): string {
	return text.replace(/([a-z][a-z\d+.-]*:\/\/)[^\s/?#"'<>]*@/gi, '$1…@');
}

/** An address as a person gave it, also without a scheme, with `…` for its user, its password and the values of its query. */
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

/** True for the names and numbers of this machine. `hostname` is that of a `URL`, which writes each number in one way. */
export function isLoopback(hostname: string): boolean {
	return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\]|\[::ffff:7f[\da-f]{2}:[\da-f]+\])$/.test(hostname);
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
