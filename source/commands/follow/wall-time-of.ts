import type {Growth} from './grow.js';

/** The wall clock of what is followed: as its header says, or as this program sees it arrive. */
export function wallTimeOf({source, now}: Growth): (at: number) => number {
	let seen: number | null = null;
	return at => {
		const told = Date.parse(source.state.header?.startedAt ?? '');
		seen ??= Date.now() - now();
		return at + (Number.isNaN(told) ? seen : told);
	};
}
