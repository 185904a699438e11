import type {TapGuard} from '../tap-guard.js';
import type {ForwardedWatch} from './watch-forwarded.js';

/** The watch with the promise that nothing which it does, or fails to do, disturbs what passes. */
export function guardedWatch(watch: ForwardedWatch | undefined, guard: TapGuard): ForwardedWatch {
	return {
		requestBytes: bytes => guard.run(() => watch?.requestBytes(bytes)),
		requested: () => guard.run(() => watch?.requested()),
		responded: (status, headers) => guard.run(() => watch?.responded(status, headers)),
		responseBytes: bytes => guard.run(() => watch?.responseBytes(bytes)),
		ended: ending => guard.run(() => watch?.ended(ending)),
	};
}
