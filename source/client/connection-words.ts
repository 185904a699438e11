import type {TraceError} from '../trace/trace-event.js';
import {unreadableCertificates} from './network-dispatcher.js';

/** The title and hint for a failed connection. `code` and `message` are from Node or OpenSSL. */
export function connectionWords(code: string, message: string): Pick<TraceError, 'title' | 'hint'> {
	if (/^(SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_(GET|VERIFY)|CERT_UNTRUSTED)/.test(code)) {
		return {
			title: 'The certificate of the server is not trusted',
			hint: 'If your own proxy or gateway signed it, pass its certificate with --ca FILE (PEM).',
		};
	}

	if (/^(CERT_|ERR_TLS_CERT)/.test(code)) {
		return {
			title: 'The certificate of the server is not valid',
			hint: 'Check --base-url and the clock of this machine.',
		};
	}

	if (message.startsWith(unreadableCertificates)) {
		return {title: unreadableCertificates, hint: 'Check --ca and SSL_CERT_FILE.'};
	}

	if (/^proxy/i.test(message)) {
		return {
			title: 'The proxy rejected the request',
			hint: 'Check HTTPS_PROXY, HTTP_PROXY and NO_PROXY, then /retry.',
		};
	}

	return {
		title: code === 'ECONNREFUSED' ? 'The connection was refused' : 'Cannot reach the server',
		hint: 'Check the network and --base-url, then /retry. --demo works without a network.',
	};
}
