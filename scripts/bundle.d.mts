import type {Metafile} from 'esbuild';

export function bundleProgram(options: {
	readonly outdir: string;
	readonly minify: boolean;
}): Promise<Metafile>;
