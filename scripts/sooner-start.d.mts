import type {Plugin} from 'esbuild';

export const soonerStart: Plugin;
