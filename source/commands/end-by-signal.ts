/** Ends the program by the signal it received, as the sender expects. Everything must be closed before. */
export function endBySignal(process: NodeJS.Process, signal: NodeJS.Signals): void {
	process.removeAllListeners(signal);
	process.kill(process.pid, signal);
}
