import type {TapGuard} from '../tap-guard.js';
import type {ForwardedWatch} from './watch-forwarded.js';

/** The watch with the promise that nothing which it does, or fails to do, disturbs what passes. */
export function guardedWatch(watch: ForwardedWatch | undefined, guard: TapGuard): ForwardedWatch {
	return {
		requestBytes: bytes => guard.run(() => watch?.requestBytes(bytes)),
		requested: () => guard.run(() => watch?.requested()),
		responded: (...answer) => guard.run(() => watch?.responded(...answer)),
		responseBytes: bytes => guard.run(() => watch?.responseBytes(bytes)),
		altered: how => guard.run(() => watch?.altered(how)),
		place: () => guard.run(() => watch?.place()) ?? {exchange: 0, attempt: 1},
		ended: ending => guard.run(() => watch?.ended(ending)),
	};
}
