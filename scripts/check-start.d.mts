type Output = {
	readonly entryPoint?: string;
	readonly imports: ReadonlyArray<{
		readonly path: string;
		readonly kind: string;
		readonly external?: boolean;
	}>;
	readonly inputs: Readonly<Record<string, unknown>>;
};

export function startComplaints(metafile: {
	readonly outputs: Readonly<Record<string, Output>>;
}): readonly string[];
