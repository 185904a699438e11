import type {networkInterfaces} from 'node:os';

/** Networks within the machine, such as those of containers, which nobody in the room can reach. */
const withinMachine = /^(docker|br-|veth|virbr|vmnet|vboxnet|cni|lxc)/;

/**
 * The addresses by which others reach a server. One that listens on all addresses of the machine has one for each network, those of the room
 * first; any other has only its own.
 */
export function reachableUrls(
	url: string,
	interfaces: ReturnType<typeof networkInterfaces>,
): readonly [string, ...string[]] {
	const {hostname, port} = new URL(url);
	if (hostname !== '0.0.0.0' && hostname !== '[::]') {
		return [url];
	}

	const known = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
		addresses
			.filter(({family, internal}) => !internal && (family === 'IPv4' || hostname === '[::]'))
			// An address of one link alone needs the name of the link.
			.filter(({address}) => !address.startsWith('fe80:'))
			.map(({address, family}) => ({address, family, isWithin: withinMachine.test(name)})),
	);
	const rank = ({family, isWithin}: (typeof known)[number]) =>
		(isWithin ? 2 : 0) + (family === 'IPv4' ? 0 : 1);
	const [first = `127.0.0.1`, ...others] = known
		.toSorted((one, other) => rank(one) - rank(other))
		.map(({address, family}) => (family === 'IPv4' ? address : `[${address}]`));
	const at = (host: string) => `http://${host}:${port}`;
	return [at(first), ...others.map(at)];
}
