import {TraceFindings} from '../../analysis/trace-findings.js';
import type {Screen} from '../screen/screen.js';
import {selector} from '../screen/selector.js';

/** The findings about the trace. */
export const selectFindings: (screen: Screen) => TraceFindings = selector(
	({trace, watchdogs}) => [trace, watchdogs] as const,
	(trace, watchdogs) => new TraceFindings(trace, watchdogs),
);
