/** Whether the terminal's window or tab has the keyboard, as far as the terminal has said. */
export type WindowFocus = 'focused' | 'away' | 'unknown';

/**
 * How a person who is looking elsewhere is notified. `auto` takes what the terminal is known to show, else the bell, and only if the terminal has
 * said that it is not focused. The others were asked for, so they also count where the terminal says nothing.
 */
export const notifyWays = ['auto', 'desktop', 'bell', 'off'] as const;
export type NotifyWay = (typeof notifyWays)[number];

export type AttentionState = {readonly notify: NotifyWay};

export const initialAttention: AttentionState = {notify: 'auto'};
