import type {TraceError} from '../trace/trace-event.js';
import {unreadableCertificates} from './network-dispatcher.js';

/** What a failed connection is called, and what to do about it. `code` is Node's or OpenSSL's, `message` what they said. */
export function connectionWords(code: string, message: string): Pick<TraceError, 'title' | 'hint'> {
	if (/^(SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_(GET|VERIFY)|CERT_UNTRUSTED)/.test(code)) {
		return {
			title: 'The certificate of the server is not trusted',
			hint: 'If a proxy or gateway of yours signed it, give its certificate with --ca FILE (PEM).',
		};
	}

	if (/^(CERT_|ERR_TLS_CERT)/.test(code)) {
		return {
			title: 'The certificate of the server is not valid',
			hint: 'Check the address of --base-url and the clock of this machine.',
		};
	}

	if (message.startsWith(unreadableCertificates)) {
		return {title: unreadableCertificates, hint: 'Check --ca and SSL_CERT_FILE.'};
	}

	if (/^proxy/i.test(message)) {
		return {
			title: 'The proxy did not let the request through',
			hint: 'Check HTTPS_PROXY, HTTP_PROXY and NO_PROXY, then /retry.',
		};
	}

	return {
		title: code === 'ECONNREFUSED' ? 'The connection was refused' : 'The server cannot be reached',
		hint: 'Check the network and --base-url, then /retry. --demo works without a network.',
	};
}
