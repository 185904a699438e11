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

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
