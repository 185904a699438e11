/** Exit codes: success, the exchange or check failed, wrong usage, interrupted. */
export const exitCodes = {fine: 0, failed: 1, usage: 2, interrupted: 130} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
