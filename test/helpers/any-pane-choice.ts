import fc from 'fast-check';
import type {PaneChoice} from '../../source/ui/screen/layout.js';

/** Anything that a user may have chosen about the panes. */
export const anyPaneChoice: fc.Arbitrary<PaneChoice> = fc.record({
	focus: fc.constantFrom('prompt', 'history', 'events', 'inspector'),
	isZoomed: fc.boolean(),
	hasEvents: fc.boolean(),
	isPresenting: fc.boolean(),
	logSize: fc.constantFrom('third', 'half', 'full', 'ticker'),
	inspectorPlace: fc.constantFrom('closed', 'beside', 'instead'),
	split: fc.double({min: 0.2, max: 0.8, noNaN: true}),
	logShare: fc.double({min: 0.2, max: 0.8, noNaN: true}),
	promptHeight: fc.integer({min: 2, max: 5}),
});
