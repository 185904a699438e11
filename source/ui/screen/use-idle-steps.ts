import {useEffect} from 'react';

/** Takes the steps of `begin` one by one once the first frame stands; keys and frames come in between. Stops with the component. */
export function useIdleSteps(begin: () => Iterator<unknown>): void {
	useEffect(() => {
		const steps = begin();
		let next = setImmediate(take);
		function take() {
			if (!steps.next().done) {
				next = setImmediate(take);
			}
		}

		return () => clearImmediate(next);
	}, [begin]);
}
