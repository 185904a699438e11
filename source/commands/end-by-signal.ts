/** Ends the program as whoever sent the signal expects, now that everything is closed. */
export function endBySignal(process: NodeJS.Process, signal: NodeJS.Signals): void {
	process.removeAllListeners(signal);
	process.kill(process.pid, signal);
}
