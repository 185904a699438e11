/** Milliseconds after which a test gives up waiting for a condition. Only a failure takes so long, however busy the machine is. */
export const patience = 30_000;
